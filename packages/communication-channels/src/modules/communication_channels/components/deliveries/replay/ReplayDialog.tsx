import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { useState } from 'react'
import { ReplayOutcome } from './ReplayOutcome.tsx'
import { ReplayPreview } from './ReplayPreview.tsx'
import type { ReplayRequest } from './replay.ts'
import { SpanFields } from './SpanFields.tsx'
import { useReplay, useReplayPreview } from './useReplay.ts'

type ReplayDialogProps = {
  /** Deliveries by name; else a time is asked for, beginning with this one. */
  wanted: ReplayRequest
  onClose: () => void
}

/** Shows what a replay would change before it changes it. */
export function ReplayDialog({ wanted: first, onClose }: ReplayDialogProps) {
  const t = useT()
  const text = (name: string) => t(`communication_channels.deliveries.replay.${name}`)
  const [wanted, setWanted] = useState<ReplayRequest | null>(first)
  const preview = useReplayPreview(wanted)
  const replay = useReplay()
  const isSpan = !('ids' in first)
  const count = preview.data?.total ?? 0
  const isDone = replay.isSuccess
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !replay.isPending && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{text(isSpan ? 'title_span' : 'title')}</DialogTitle>
          <DialogDescription>{text('description')}</DialogDescription>
        </DialogHeader>
        <Alert status="information">
          <AlertDescription>{text('nothing_sent')}</AlertDescription>
        </Alert>
        {isSpan && !isDone ? (
          <SpanFields first={first} onChange={setWanted} isDisabled={replay.isPending} />
        ) : null}
        {isDone ? (
          <ReplayOutcome replayed={replay.data} />
        ) : wanted ? (
          <ReplayPreview preview={preview} />
        ) : null}
        {replay.isError ? (
          <Alert status="error">
            <AlertDescription>{text('failed')}</AlertDescription>
          </Alert>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={onClose} disabled={replay.isPending}>
            {text(isDone ? 'close' : 'cancel')}
          </Button>
          {isDone ? null : (
            <Button
              disabled={!wanted || !preview.data || count === 0 || replay.isPending}
              onClick={() => wanted && replay.mutate(wanted)}
            >
              {replay.isPending ? <Spinner size="sm" /> : null}
              {count > 0 ? t('communication_channels.deliveries.replay.confirm', { count }) : text('title')}
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
