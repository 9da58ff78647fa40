import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { UseConfirmDialogReturn } from '@open-mercato/ui/backend/confirm-dialog'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { problemText } from '../problemText.ts'
import type { DraftSaver } from './data/draft-saver.ts'
import type { Beginning } from './data/useBeginning.ts'
import { useText } from './useText.ts'

interface Leaving {
  saver: DraftSaver
  confirm: UseConfirmDialogReturn['confirm']
  onClose: () => void
  beginning: Beginning
  isTouched: boolean
}

/** Leaves without loss: what waits is written first, and what cannot be written is asked about. */
export function useLeaving({ saver, confirm, onClose, beginning, isTouched }: Leaving) {
  const t = useT()
  const text = useText()
  const leave = async () => {
    await saver.flush()
    const isLost = saver.hasUnsaved()
    if (isLost) {
      const isSure = await confirm({
        title: text('leave.title'),
        text: text('leave.about'),
        confirmText: text('leave.confirm'),
        cancelText: text('leave.stay'),
        variant: 'destructive',
      })
      if (!isSure) return
    }
    // An edit that was opened and not touched leaves no draft behind.
    if (beginning.draft?.isFresh && !isTouched) await saver.remove().catch(() => {})
    onClose()
  }
  const remove = async () => {
    const isEdit = beginning.edited !== null
    const isSure = await confirm({
      title: text(isEdit ? 'delete.edit.title' : 'delete.title'),
      text: text(isEdit ? 'delete.edit.about' : 'delete.about'),
      confirmText: text(isEdit ? 'delete.edit' : 'delete'),
      cancelText: text('leave.stay'),
      variant: 'destructive',
    })
    if (!isSure) return
    try {
      await saver.remove()
      onClose()
    } catch (error) {
      flash(problemText(t, error, text('delete.failed')), 'error')
    }
  }
  return { leave, remove }
}
