import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage, LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { useState } from 'react'
import { TimelineEntry } from './TimelineEntry.tsx'
import { useTimeline } from './useTimeline.ts'

/** What Meta reported about an account, its numbers and its templates. Asked for once it is opened. */
export function AccountTimeline({ connectionId }: { connectionId: string }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="rounded-lg border text-sm" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="px-4 py-3 font-medium">{t('channel_whatsapp.timeline.title')}</summary>
      {isOpen ? <Entries connectionId={connectionId} /> : null}
    </details>
  )
}

function Entries({ connectionId }: { connectionId: string }) {
  const t = useT()
  const [now] = useState(Date.now)
  const timeline = useTimeline(connectionId)
  const { events } = timeline
  if (timeline.isPending) return <LoadingMessage label={t('channel_whatsapp.timeline.loading')} />
  if (timeline.isError && events.length === 0) {
    return (
      <ErrorMessage
        label={t('channel_whatsapp.timeline.failed')}
        action={
          <Button variant="outline" onClick={() => void timeline.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  if (events.length === 0) {
    return <p className="px-4 pb-4 text-muted-foreground">{t('channel_whatsapp.timeline.empty')}</p>
  }
  return (
    <>
      <ol className="divide-y border-t">
        {events.map((event) => (
          <TimelineEntry key={event.id} event={event} now={now} />
        ))}
      </ol>
      {timeline.isFetchNextPageError ? (
        <p role="alert" className="px-4 pt-3 text-status-error-text">
          {t('channel_whatsapp.timeline.failed')}
        </p>
      ) : null}
      {timeline.hasNextPage ? (
        <div className="border-t p-3 text-center">
          <Button
            variant="outline"
            onClick={() => void timeline.fetchNextPage()}
            disabled={timeline.isFetchingNextPage}
          >
            {t('channel_whatsapp.timeline.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
