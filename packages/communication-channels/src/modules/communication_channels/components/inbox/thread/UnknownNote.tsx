import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { RotateCw, X } from 'lucide-react'
import { useState } from 'react'
import type { SettleChoice } from '../data/settleMessages.ts'
import type { Message } from '../model/message.ts'
import { ProblemNote } from './ProblemNote.tsx'

type UnknownNoteProps = {
  message: Message
  contactName: string
  /** False where the same message may not leave now. */
  canResend: boolean
  /** Left out for who may not decide. */
  onSettle?: (message: Message, as: SettleChoice) => Promise<void>
}

const icons = { resend: RotateCw, leave: X } as const

/** Nobody knows whether it went out: a person weighs one message too many against none. */
export function UnknownNote({ message, contactName, canResend, onSettle }: UnknownNoteProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.unknown.${key}`, { name: contactName })
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const [isSettling, setIsSettling] = useState(false)
  const choices: SettleChoice[] = canResend ? ['resend', 'leave'] : ['leave']

  const settle = async (as: SettleChoice) => {
    const isSure = await confirm({
      title: say(`${as}.title`),
      text: say(`${as}.text`),
      confirmText: say(`${as}.confirm`),
      cancelText: t('communication_channels.inbox.cancel'),
    })
    if (!isSure) return
    setIsSettling(true)
    await onSettle?.(message, as)
    setIsSettling(false)
  }
  return (
    <ProblemNote
      tone="warning"
      title={t('communication_channels.inbox.tick.unknown')}
      reason={say('reason')}
      action={say('action')}
    >
      {onSettle
        ? choices.map((as) => {
            const Icon = icons[as]
            return (
              <Button
                key={as}
                variant="outline"
                size="2xs"
                disabled={isSettling}
                className="h-auto min-h-9 min-w-0 max-w-full shrink whitespace-normal py-1 text-start md:min-h-7"
                onClick={() => void settle(as)}
              >
                <Icon className="size-3.5" />
                {say(as)}
              </Button>
            )
          })
        : null}
      {ConfirmDialogElement}
    </ProblemNote>
  )
}
