import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import type { ReactNode } from 'react'
import { hrefWith } from '../inbox/data/useUrlParams.ts'
import { type Delivery, stateTones } from './delivery.ts'
import { OutcomeCell } from './OutcomeCell.tsx'
import { receiptTime } from './receiptTime.ts'
import type { useChosen } from './useChosen.ts'

type DeliveryTableProps = {
  deliveries: Delivery[]
  /** Absent for who may replay nothing. */
  chosen: ReturnType<typeof useChosen> | null
  onOpen: (id: string) => void
  isLoading: boolean
  error: ReactNode
  emptyState: ReactNode
}

type Cell = { row: { original: Delivery } }

export function DeliveryTable({ deliveries, chosen, onOpen, ...table }: DeliveryTableProps) {
  const t = useT()
  const locale = useLocale()
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)
  const choice = chosen
    ? [
        {
          id: 'choice',
          header: text('column.choice'),
          size: 48,
          cell: ({ row: { original } }: Cell) => (
            <label className="-m-2 flex w-fit cursor-pointer p-2">
              <input
                type="checkbox"
                checked={chosen.ids.includes(original.id)}
                disabled={
                  original.state === 'pending' || (chosen.isFull && !chosen.ids.includes(original.id))
                }
                onChange={() => chosen.toggle(original.id)}
                className="size-4.5 accent-primary"
                aria-label={t('communication_channels.deliveries.choose', {
                  at: receiptTime(original.receivedAt, locale),
                })}
              />
            </label>
          ),
        },
      ]
    : []
  return (
    <DataTable<Delivery>
      {...table}
      data={deliveries}
      onRowClick={({ id }) => onOpen(id)}
      columns={[
        ...choice,
        {
          accessorKey: 'receivedAt',
          header: text('column.received'),
          cell: ({ row: { original } }) => (
            <a
              href={hrefWith({ delivery: original.id })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                onOpen(original.id)
              }}
              className="whitespace-nowrap font-medium tabular-nums underline-offset-4 hover:underline"
            >
              <time dateTime={original.receivedAt}>{receiptTime(original.receivedAt, locale)}</time>
            </a>
          ),
        },
        {
          id: 'numbers',
          header: text('connection.label'),
          cell: ({ row: { original } }) => (
            <span className="line-clamp-2 max-w-56 [overflow-wrap:anywhere]">
              {original.numbers.join(', ') || text('no_numbers')}
            </span>
          ),
        },
        {
          id: 'outcome',
          header: text('column.outcome'),
          cell: ({ row: { original } }) => <OutcomeCell delivery={original} />,
        },
        {
          accessorKey: 'state',
          header: text('column.state'),
          cell: ({ row: { original } }) => (
            <StatusBadge variant={stateTones[original.state]} dot>
              {text(`state.${original.state}`)}
            </StatusBadge>
          ),
        },
        { accessorKey: 'attempts', header: text('column.attempts') },
      ]}
    />
  )
}
