import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { LayoutTemplate, SearchX } from 'lucide-react'
import { useCallback } from 'react'
import type { TemplateAccount } from '../data/template.ts'
import { useTemplateList } from '../data/useTemplateList.ts'
import { MoreButton } from '../parts/MoreButton.tsx'
import { NotRead } from '../parts/NotRead.tsx'
import { useFormats, useSay } from '../words/useSay.ts'
import { filterIn, isFiltered, noFilter } from './listFilter.ts'
import { TemplateFilterBar } from './TemplateFilterBar.tsx'
import { TemplateTable } from './TemplateTable.tsx'

type TemplateListProps = { accounts: TemplateAccount[]; mayManage: boolean }

/** The templates of all accounts: narrowed down by what stands in the address. */
export function TemplateList({ accounts, mayManage }: TemplateListProps) {
  const say = useSay()
  const format = useFormats()
  const { params, setParams } = useUrlParams()
  const filter = filterIn(params)
  const list = useTemplateList(filter)
  const narrow = useCallback(
    (change: Record<string, string | null>) => setParams(change, 'replace'),
    [setParams],
  )
  const search = useCallback((searched: string | null) => narrow({ search: searched }), [narrow])
  const nothing = isFiltered(filter) ? (
    <EmptyState
      icon={<SearchX />}
      title={say('list.nothing.title')}
      description={say('list.nothing.description')}
      actionLabel={say('list.nothing.clear')}
      onAction={() => narrow({ ...noFilter })}
    />
  ) : (
    <EmptyState
      icon={<LayoutTemplate />}
      title={say('list.empty.title')}
      description={say('list.empty.description')}
      actions={
        mayManage ? (
          <Button onClick={() => setParams({ dialog: 'defaults' })}>{say('list.empty.defaults')}</Button>
        ) : null
      }
    />
  )
  return (
    <div className="grid grid-cols-1 gap-4">
      <TemplateFilterBar filter={filter} accounts={accounts} onChange={narrow} onSearch={search} />
      <p aria-live="polite" className="text-sm tabular-nums text-muted-foreground">
        {list.isSuccess ? say('list.found', { count: format.count(list.total) }) : null}
      </p>
      <TemplateTable
        rows={list.rows}
        withAccounts={accounts.length > 1}
        mayManage={mayManage}
        onOpen={(change) => setParams(change)}
        isLoading={list.isPending}
        error={
          list.isError && list.rows.length === 0 ? (
            <NotRead label={say('list.failed')} error={list.error} onRetry={list.refetch} />
          ) : undefined
        }
        emptyState={nothing}
      />
      <MoreButton list={list} label={say('list.more')} />
    </div>
  )
}
