import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import type { ReactNode } from 'react'
import type { SettleChoice } from './settleMessages.ts'

/** Asks once, naming the risk, before what is unknown is sent again or left. `say` gives the words of one or of many. */
export function useSettleQuestion(say: (key: string) => string): {
  isSure: (as: SettleChoice) => Promise<boolean>
  question: ReactNode
} {
  const t = useT()
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const isSure = (as: SettleChoice) =>
    confirm({
      title: say(`${as}.title`),
      text: say(`${as}.text`),
      confirmText: say(`${as}.confirm`),
      cancelText: t('communication_channels.inbox.cancel'),
    })
  return { isSure, question: ConfirmDialogElement }
}
