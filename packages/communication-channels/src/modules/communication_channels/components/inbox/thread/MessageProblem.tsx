import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { CircleHelp, RotateCw } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { resendFrom } from '../model/resend.ts'
import { fullTime } from '../model/times.ts'
import { ProblemNote } from './ProblemNote.tsx'

type MessageProblemProps = {
  message: Message
  providerKey: string
  now: number
  canResend: boolean
  onResend: (message: Message) => void
  onExplain?: () => void
}

/** Why a message did not arrive, and what to do now. */
export function MessageProblem(props: MessageProblemProps) {
  const { message, providerKey, now, canResend, onResend, onExplain } = props
  const t = useT()
  const locale = useLocale()
  const from = resendFrom(message, now)
  const problem = problemText(t, providerKey, message.error ?? { code: 'other', message: '', action: null })
  return (
    <ProblemNote
      tone="error"
      title={t('communication_channels.inbox.tick.failed')}
      reason={problem.reason}
      action={problem.action}
      detail={message.error?.detail}
    >
      {canResend ? (
        <Button variant="outline" size="2xs" onClick={() => onResend(message)}>
          <RotateCw className="size-3.5" />
          {t('communication_channels.inbox.sendAgain')}
        </Button>
      ) : null}
      {onExplain ? (
        <Button variant="outline" size="2xs" onClick={onExplain}>
          <CircleHelp className="size-3.5" />
          {t('communication_channels.explanation.ask')}
        </Button>
      ) : null}
      {from ? <p>{t('communication_channels.inbox.resendFrom', { time: fullTime(from, locale) })}</p> : null}
    </ProblemNote>
  )
}
