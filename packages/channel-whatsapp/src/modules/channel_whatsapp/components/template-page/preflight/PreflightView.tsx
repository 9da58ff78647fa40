import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Label } from '@open-mercato/ui/primitives/label'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { Switch } from '@open-mercato/ui/primitives/switch'
import { BellRing } from 'lucide-react'
import { useId } from 'react'
import { usePreflight } from '../data/usePreflight.ts'
import { NotRead } from '../parts/NotRead.tsx'
import { useSay } from '../words/useSay.ts'
import { PreflightSums } from './PreflightSums.tsx'
import { PreflightTable } from './PreflightTable.tsx'
import { type PreflightNotification, preflightGroups, preflightSums } from './preflight.ts'

/** Which notification could not reach whom, seen before a customer misses it. */
export function PreflightView({ mayManage }: { mayManage: boolean }) {
  const say = useSay()
  const switchId = useId()
  const { params, setParams } = useUrlParams()
  const { data, isError, error, refetch } = usePreflight()
  if (!data) {
    return isError ? (
      <NotRead label={say('preflight.failed')} error={error} onRetry={refetch} />
    ) : (
      <div role="status">
        <span className="sr-only">{say('preflight.loading')}</span>
        <Skeleton className="h-64" />
      </div>
    )
  }
  const inUse = data.notifications.some(({ isInUse }) => isInUse)
  const withUnused = !inUse || params.get('unused') === '1'
  const isShown = ({ isInUse }: PreflightNotification) => withUnused || isInUse
  if (data.numbers.length === 0 || data.notifications.length === 0 || data.languages.length === 0) {
    return (
      <EmptyState
        icon={<BellRing />}
        title={say('preflight.none.title')}
        description={say('preflight.none.description')}
      />
    )
  }
  const groups = preflightGroups(data, isShown)
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="max-w-2xl text-sm text-muted-foreground">{say('preflight.about')}</p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PreflightSums sums={preflightSums(groups)} />
        {inUse ? (
          <span className="flex items-center gap-2">
            <Switch
              id={switchId}
              checked={withUnused}
              onCheckedChange={(isOn) => setParams({ unused: isOn ? '1' : null }, 'replace')}
            />
            <Label htmlFor={switchId}>{say('preflight.unused')}</Label>
          </span>
        ) : (
          <p className="text-sm text-muted-foreground">{say('preflight.noneInUse')}</p>
        )}
      </div>
      {groups.map((group) => (
        <PreflightTable key={group.key} group={group} languages={data.languages} mayManage={mayManage} />
      ))}
    </div>
  )
}
