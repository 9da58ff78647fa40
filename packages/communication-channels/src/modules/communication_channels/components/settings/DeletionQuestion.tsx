import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'

type DeletionQuestionProps = { days: number; onConfirm: () => void; onClose: () => void }

/** Asked before files go that nothing brings back. */
export function DeletionQuestion({ days, onConfirm, onClose }: DeletionQuestionProps) {
  const t = useT()
  const say = (key: string, values?: Record<string, number>) =>
    t(`communication_channels.settings.retention.ask.${key}`, values)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>{say('title')}</DialogTitle>
          <DialogDescription>{say('text', { days })}</DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button variant="destructive" onClick={onConfirm}>
            {say('confirm')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
