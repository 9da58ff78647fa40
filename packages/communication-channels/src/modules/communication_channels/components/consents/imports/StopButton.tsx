import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import type { ConsentImport } from './consentImport.ts'
import { useSteerImport } from './useImportActs.ts'

/** Ends recording in the middle. */
export function StopButton({ one }: { one: ConsentImport }) {
  const t = useT()
  const steer = useSteerImport(one.id)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  const stop = async () => {
    const isSure = await confirm({
      title: say('stop.title'),
      text: say('stop.text'),
      confirmText: say('stop'),
      cancelText: say('stop.keep'),
      variant: 'destructive',
    })
    if (isSure) steer.mutate('cancel')
  }
  return (
    <>
      <Button
        variant="destructive-outline"
        className="justify-self-end"
        disabled={steer.isPending}
        onClick={() => void stop()}
      >
        {say('stop')}
      </Button>
      {ConfirmDialogElement}
    </>
  )
}
