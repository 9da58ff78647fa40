import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { Ban, Pause, Play } from 'lucide-react'
import type { Batch } from './batch.ts'
import { useSteering } from './useSteering.ts'

/** Pauses a batch, has it go on, or ends it for those who were not written to yet. */
export function BatchActions({ batch }: { batch: Batch }) {
  const t = useT()
  const locale = useLocale()
  const { steer, isSteering } = useSteering(batch.id)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const { state, counts } = batch
  if (state !== 'running' && state !== 'paused') return null
  const left = new Intl.NumberFormat(locale).format(counts.waiting + counts.queued)
  const say = (key: string) => t(`communication_channels.batches.${key}`, { count: left })

  const cancel = async () => {
    const isSure = await confirm({
      title: say('cancel.title'),
      text: say('cancel.text'),
      confirmText: say('cancel.confirm'),
      cancelText: say('cancel.keep'),
      variant: 'destructive',
    })
    if (isSure) steer('cancel')
  }
  return (
    <>
      {state === 'running' ? (
        <Button variant="outline" disabled={isSteering} onClick={() => steer('pause')}>
          <Pause /> {say('pause')}
        </Button>
      ) : (
        <Button disabled={isSteering} onClick={() => steer('resume')}>
          <Play /> {say('resume')}
        </Button>
      )}
      <Button variant="destructive-outline" disabled={isSteering} onClick={() => void cancel()}>
        <Ban /> {say('cancel')}
      </Button>
      {ConfirmDialogElement}
    </>
  )
}
