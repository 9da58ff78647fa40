import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage, LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { RequestFailed } from '../../inbox/data/request.ts'
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
    const isGone = error instanceof RequestFailed && error.status === 404
    return (
      <ErrorMessage
        label={text(isGone ? 'gone' : 'failed')}
        action={
          <Button variant="outline" onClick={() => void refetch()}>
            {t('communication_channels.inbox.retry')}
          </Button>
        }
      />
    )
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
      <ReplayedList deliveries={deliveries} />
    </section>
  )
}
