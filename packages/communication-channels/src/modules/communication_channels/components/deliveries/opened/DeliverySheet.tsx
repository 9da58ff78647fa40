import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage, LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from '@open-mercato/ui/primitives/sheet'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { RotateCcw } from 'lucide-react'
import { RequestFailed } from '../../inbox/data/request.ts'
import { stateTones } from '../delivery.ts'
import { OutcomeCell } from '../OutcomeCell.tsx'
import { receiptTime } from '../receiptTime.ts'
import { DeliveryDetails } from './DeliveryDetails.tsx'
import { RawAndRead } from './RawAndRead.tsx'
import { useOpenedDelivery } from './useOpenedDelivery.ts'

type DeliverySheetProps = {
  id: string
  onClose: () => void
  /** Absent for who may not. */
  onReplay?: ((id: string) => void) | undefined
}

/** One delivery: what came, and what is read in it. */
export function DeliverySheet({ id, onClose, onReplay }: DeliverySheetProps) {
  const t = useT()
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        className="w-[min(72rem,100vw)]"
        tabIndex={-1}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).focus()
        }}
      >
        <SheetHeader>
          <SheetTitle>{t('communication_channels.deliveries.opened.title')}</SheetTitle>
          <SheetDescription>{t('communication_channels.deliveries.opened.description')}</SheetDescription>
        </SheetHeader>
        <div className="grid grid-cols-1 gap-5 px-5 pb-6">
          <Opened id={id} onReplay={onReplay} />
        </div>
      </SheetContent>
    </Sheet>
  )
}

function Opened({ id, onReplay }: Pick<DeliverySheetProps, 'id' | 'onReplay'>) {
  const t = useT()
  const locale = useLocale()
  const { data, error, isPending, refetch } = useOpenedDelivery(id)
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)
  if (isPending) return <LoadingMessage label={text('opened.loading')} />
  if (!data) {
    const isGone = error instanceof RequestFailed && error.status === 404
    return (
      <ErrorMessage
        label={text(isGone ? 'opened.gone' : 'opened.failed')}
        description={isGone ? text('opened.gone_why') : undefined}
        action={
          isGone ? undefined : (
            <Button variant="outline" onClick={() => void refetch()}>
              {t('communication_channels.inbox.retry')}
            </Button>
          )
        }
      />
    )
  }
  const { delivery } = data
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <time dateTime={delivery.receivedAt} className="font-medium tabular-nums">
          {receiptTime(delivery.receivedAt, locale)}
        </time>
        <StatusBadge variant={stateTones[delivery.state]} dot>
          {text(`state.${delivery.state}`)}
        </StatusBadge>
        <OutcomeCell delivery={delivery} />
        {onReplay && delivery.state !== 'pending' ? (
          <Button variant="outline" size="sm" className="md:ml-auto" onClick={() => onReplay(id)}>
            <RotateCcw />
            {text('replay.one')}
          </Button>
        ) : null}
      </div>
      <DeliveryDetails delivery={delivery} />
      <RawAndRead opened={data} />
    </>
  )
}
