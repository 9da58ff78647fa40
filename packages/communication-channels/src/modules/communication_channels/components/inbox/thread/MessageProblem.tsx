import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { RotateCw } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { resendFrom } from '../model/resend.ts'
import { fullTime } from '../model/times.ts'
import { ProblemNote } from './ProblemNote.tsx'

type MessageProblemProps = {
  message: Message
  tick: 'failed' | 'unknown'
  providerKey: string
  now: number
  canResend: boolean
  onResend: (message: Message) => void
}

/** Why a message did not arrive, or why nobody knows, and what to do now. */
export function MessageProblem(props: MessageProblemProps) {
  const { message, tick, providerKey, now, canResend, onResend } = props
  const t = useT()
  const locale = useLocale()
  const from = resendFrom(message, now)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const problem =
    tick === 'unknown'
      ? {
          reason: t('communication_channels.inbox.unknown.reason'),
          action: t('communication_channels.inbox.unknown.action'),
        }
      : problemText(t, providerKey, message.error ?? { code: 'other', message: '', action: null })

  const resend = async () => {
    const isSure =
      tick === 'failed' ||
      (await confirm({
        title: t('communication_channels.inbox.unknown.confirm.title'),
        text: t('communication_channels.inbox.unknown.confirm.text'),
        confirmText: t('communication_channels.inbox.sendAgain'),
        cancelText: t('communication_channels.inbox.cancel'),
      }))
    if (isSure) onResend(message)
  }

  return (
    <ProblemNote
      tone={tick === 'failed' ? 'error' : 'warning'}
      title={t(`communication_channels.inbox.tick.${tick}`)}
      reason={problem.reason}
      action={problem.action}
      detail={message.error?.detail}
    >
      {canResend ? (
        <Button variant="outline" size="2xs" onClick={() => void resend()}>
          <RotateCw className="size-3.5" />
          {t('communication_channels.inbox.sendAgain')}
        </Button>
      ) : null}
      {from ? <p>{t('communication_channels.inbox.resendFrom', { time: fullTime(from, locale) })}</p> : null}
      {ConfirmDialogElement}
    </ProblemNote>
  )
}
