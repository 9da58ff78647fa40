import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { MessageCircleQuestionMark } from 'lucide-react'
import { problemText } from '../../inbox/model/problemText.ts'
import type { PersonConsents, Undone } from './consent.ts'
import { timeText } from './consentWords.ts'
import { useConsentAct } from './useConsentAct.ts'
import { useUndoneText } from './useUndoneText.ts'
import { consentTo, mayAsk, undoneQuestion } from './verdict.ts'

/** The second yes: whether it was asked for, until when they may give it, and the button that asks. */
export function AskToConfirm({ person, canManage }: { person: PersonConsents; canManage: boolean }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.consents.person.ask.${key}`, values)
  const { act, isActing, failure } = useConsentAct(person.contactId, () => flash(say('sent'), 'success'))
  const { asked, confirmedAt } = consentTo('marketing', person)
  const now = Date.now()
  const isOpen = asked !== null && Date.parse(asked.expiresAt) > now
  const unasked = undoneQuestion(person)
  const told = failure ? problemText(t, '', failure) : null
  return (
    <>
      {unasked ? <Unasked undone={unasked} /> : null}
      {asked && !confirmedAt && !unasked ? (
        <p>
          {say(isOpen ? 'open' : 'over', {
            time: timeText(asked.at, locale),
            until: timeText(asked.expiresAt, locale),
          })}
        </p>
      ) : null}
      {canManage && mayAsk(person, now) ? (
        <Button
          variant="outline"
          size="sm"
          className="mt-1 justify-self-start"
          aria-disabled={isActing}
          onClick={() => (isActing ? undefined : act({ act: 'ask' }))}
        >
          {isActing ? <Spinner size="sm" /> : <MessageCircleQuestionMark />}
          {say('button')}
        </Button>
      ) : null}
      {told ? (
        <p role="alert" className="text-status-error-text">
          {told.reason} {told.action}
        </p>
      ) : null}
    </>
  )
}

function Unasked({ undone }: { undone: Undone }) {
  const { what, why } = useUndoneText(undone)
  return (
    <p className="text-status-warning-text [overflow-wrap:anywhere]">
      {what} {why}
    </p>
  )
}
