import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Ban } from 'lucide-react'
import { problemText } from '../../inbox/model/problemText.ts'
import type { Block } from './consent.ts'
import { timeText } from './consentWords.ts'
import type { ProviderProblem } from './useConsentAct.ts'

type BlockNoticeProps = { block: Block | null; refused: ProviderProblem[]; onDismiss: () => void }

/** That nobody may write to this person, who decided that, and where the provider would not follow. */
export function BlockNotice({ block, refused, onDismiss }: BlockNoticeProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.consents.person.block.${key}`, values)
  return (
    <>
      {block ? (
        <Alert status="error" role="status" icon={<Ban className="size-4" />}>
          <AlertTitle>{say('is')}</AlertTitle>
          <p className="[overflow-wrap:anywhere]">
            {say('since', {
              time: timeText(block.at, locale),
              name: block.by?.name ?? t('communication_channels.inbox.who.colleague'),
            })}{' '}
            {block.reason ? <bdi>{say('because', { reason: block.reason })}</bdi> : null}
          </p>
        </Alert>
      ) : null}
      {refused.length > 0 ? (
        <Alert status="warning" dismissible onDismiss={onDismiss}>
          <AlertTitle>{say('halfDone')}</AlertTitle>
          {refused.map(({ channelName, code, error, action }) => {
            const said = problemText(t, '', { code, message: error, action })
            return (
              <p key={channelName}>
                <bdi>{channelName}</bdi>: {[said.reason, said.action].filter(Boolean).join(' ')}
              </p>
            )
          })}
        </Alert>
      ) : null}
    </>
  )
}
