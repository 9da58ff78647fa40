import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Download, ShieldCheck } from 'lucide-react'
import { useCallback } from 'react'
import { apiBase } from '../../inbox/data/request.ts'
import { useUrlParams } from '../../inbox/data/useUrlParams.ts'
import { MoreButton } from '../../MoreButton.tsx'
import { NotLoaded } from '../../NotLoaded.tsx'
import { ConsentFilterBar } from './ConsentFilterBar.tsx'
import { ConsentTable } from './ConsentTable.tsx'
import { filterIn, isFiltered, queryOf } from './listFilter.ts'
import { useConsents } from './useConsents.ts'

/** Who agreed to what, and who wants no more: narrowed down by what stands in the address. */
export function ConsentList({ mayExport }: { mayExport: boolean }) {
  const t = useT()
  const { params, setParams } = useUrlParams()
  const filter = filterIn(params)
  const list = useConsents(filter)
  const narrow = useCallback(
    (change: Record<string, string | null>) => setParams(change, 'replace'),
    [setParams],
  )
  const say = (key: string) => t(`communication_channels.consents.${key}`)
  return (
    <div className="grid grid-cols-1 gap-4">
      <ConsentFilterBar filter={filter} onChange={narrow} />
      {mayExport && list.consents.length > 0 ? (
        <Button asChild variant="outline" size="sm" className="justify-self-start md:justify-self-end">
          <a href={`${apiBase}/consents/export?${queryOf(filter)}`} download>
            <Download /> {say(isFiltered(filter) ? 'export.filtered' : 'export.all')}
          </a>
        </Button>
      ) : null}
      <ConsentTable
        consents={list.consents}
        onOpen={(contact) => setParams({ contact })}
        isLoading={list.isPending}
        error={
          list.isError && list.consents.length === 0 ? (
            <NotLoaded label={say('failed')} onRetry={() => list.refetch()} />
          ) : undefined
        }
        emptyState={
          <EmptyState
            icon={<ShieldCheck />}
            title={say(isFiltered(filter) ? 'empty.filtered.title' : 'empty.title')}
            description={say(isFiltered(filter) ? 'empty.filtered.description' : 'empty.description')}
          />
        }
      />
      <MoreButton list={list} label={say('more')} />
    </div>
  )
}
