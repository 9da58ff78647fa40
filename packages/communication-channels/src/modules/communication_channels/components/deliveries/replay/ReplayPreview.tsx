import { useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { RequestFailed } from '../../inbox/data/request.ts'
import { NotLoaded } from '../../NotLoaded.tsx'
import { EffectList } from './EffectList.tsx'
import { ReplayedList } from './ReplayedList.tsx'
import type { useReplayPreview } from './useReplay.ts'

/** What would change, all together and by delivery. */
export function ReplayPreview({ preview }: { preview: ReturnType<typeof useReplayPreview> }) {
  const t = useT()
  const text = (name: string, values: Record<string, number> = {}) =>
    t(`communication_channels.deliveries.preview.${name}`, values)
  const { data, error, refetch, isFetching } = preview
  if (isFetching) return <LoadingMessage label={text('loading')} className="py-6" />
  if (!data) {
    return <NotLoaded label={text(reasonOf(error))} onRetry={() => refetch()} />
  }
  const { total, tried, deliveries, effects } = data
  if (total === 0) return <p className="text-sm">{text('none')}</p>
  return (
    <section aria-label={text('title')} className="grid gap-3">
      <p className="text-sm font-medium">{text('total', { count: total })}</p>
      {tried < total ? (
        <p className="text-sm text-muted-foreground">{text('sample', { tried, total })}</p>
      ) : null}
      <EffectList effects={effects} none={text('same')} />
      <p className="text-sm text-muted-foreground">{text('not_foretold')}</p>
      <ReplayedList deliveries={deliveries} />
    </section>
  )
}

function reasonOf(error: Error | null): 'gone' | 'ends_processes' | 'failed' {
  if (!(error instanceof RequestFailed)) return 'failed'
  if (error.code === 'delivery_ends_processes') return 'ends_processes'
  return error.status === 404 ? 'gone' : 'failed'
}
