import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import type { ReactNode } from 'react'
import { InPageLink } from '../../batches/InPageLink.tsx'
import { useMinute } from '../../inbox/data/useNow.ts'
import { momentText } from '../person/consentWords.ts'
import { type ConsentItem, shownState, stateTones } from './consentItem.ts'

type ConsentTableProps = {
  consents: ConsentItem[]
  onOpen: (contactId: string) => void
  isLoading: boolean
  error: ReactNode
  emptyState: ReactNode
}

type Cell = { row: { original: ConsentItem } }

export function ConsentTable({ consents, onOpen, ...table }: ConsentTableProps) {
  const t = useT()
  const locale = useLocale()
  const now = useMinute()
  const say = (key: string) => t(`communication_channels.consents.${key}`)
  return (
    <DataTable<ConsentItem & { id: string }>
      {...table}
      data={consents.map((one) => ({ ...one, id: `${one.contactId}|${one.purpose}` }))}
      onRowClick={({ contactId }) => onOpen(contactId)}
      columns={[
        {
          id: 'person',
          header: say('column.person'),
          cell: ({ row: { original } }: Cell) => <Person consent={original} />,
        },
        {
          id: 'purpose',
          header: say('column.purpose'),
          cell: ({ row: { original } }: Cell) => say(`purpose.${original.purpose}`),
        },
        {
          id: 'state',
          header: say('column.state'),
          cell: ({ row: { original } }: Cell) => {
            const state = shownState(original, now)
            return (
              <span className="inline-flex flex-wrap gap-1.5">
                <StatusBadge variant={stateTones[state]} dot>
                  {say(`state.${state}`)}
                </StatusBadge>
                {original.isBlocked ? (
                  <StatusBadge variant="error" dot>
                    {say('state.blocked')}
                  </StatusBadge>
                ) : null}
              </span>
            )
          },
        },
        {
          id: 'since',
          header: say('column.since'),
          cell: ({ row: { original } }: Cell) => (
            <time dateTime={original.since} className="whitespace-nowrap tabular-nums">
              {momentText(original.since, locale, original.source)}
            </time>
          ),
        },
        {
          id: 'source',
          header: say('column.source'),
          cell: ({ row: { original } }: Cell) => say(`source.${original.source}`),
        },
      ]}
    />
  )
}

function Person({ consent: { contact, contactId } }: { consent: ConsentItem }) {
  const t = useT()
  const { displayName, phone, username } = contact
  const address = phone ?? (username ? `@${username}` : null)
  const name = displayName ?? address ?? t('communication_channels.inbox.contact.unnamed')
  return (
    <div className="grid min-w-0">
      <InPageLink
        change={{ contact: contactId }}
        className="line-clamp-2 font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline"
      >
        <bdi>{name}</bdi>
      </InPageLink>
      {displayName && address ? (
        <span className="text-[0.8125rem] tabular-nums text-muted-foreground">
          <bdi>{address}</bdi>
        </span>
      ) : null}
    </div>
  )
}
