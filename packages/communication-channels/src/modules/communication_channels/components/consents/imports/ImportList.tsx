import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { FileUp } from 'lucide-react'
import { InPageLink } from '../../batches/InPageLink.tsx'
import { fullTime } from '../../inbox/model/times.ts'
import { MoreButton } from '../../MoreButton.tsx'
import { NotLoaded } from '../../NotLoaded.tsx'
import { type ConsentImport, importTones, isUnderWay } from './consentImport.ts'
import { ImportNumbers } from './ImportNumbers.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { useImports } from './useImports.ts'

/** Lists that were handed in, the newest first. */
export function ImportList() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.imports.${key}`)
  const list = useImports()
  if (list.isPending) return <LoadingMessage label={say('loading')} />
  if (list.isError && list.imports.length === 0) {
    return <NotLoaded label={say('failed')} onRetry={() => list.refetch()} />
  }
  if (list.imports.length === 0) {
    return <EmptyState icon={<FileUp />} title={say('empty.title')} description={say('empty.description')} />
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul className="grid grid-cols-1 gap-3">
        {list.imports.map((one) => (
          <ImportCard key={one.id} one={one} />
        ))}
      </ul>
      <MoreButton list={list} label={say('more')} />
    </div>
  )
}

function ImportCard({ one }: { one: ConsentImport }) {
  const t = useT()
  const locale = useLocale()
  const { fileName, createdAt, createdBy, state } = one
  const time = fullTime(createdAt, locale)
  return (
    <li className="relative grid grid-cols-1 gap-2 rounded-lg border bg-card p-4 shadow-card has-[a:hover]:border-input">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {/* The whole card is the link's. */}
          <InPageLink
            change={{ import: one.id }}
            className="before:absolute before:inset-0 before:rounded-lg"
          >
            <bdi>{fileName}</bdi>
          </InPageLink>
        </h2>
        <StatusBadge variant={importTones[state]} dot className="shrink-0">
          {t(`communication_channels.consents.imports.state.${state}`)}
        </StatusBadge>
      </div>
      <p className="text-[0.8125rem] text-muted-foreground">
        {createdBy?.name
          ? t('communication_channels.consents.imports.by', { name: createdBy.name, time })
          : time}
      </p>
      {isUnderWay(one) ? <ImportProgress one={one} /> : <ImportNumbers one={one} />}
    </li>
  )
}
