import { useT } from '@open-mercato/shared/lib/i18n/context'
import { AccessDeniedMessage, ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { CheckCheck, MessagesSquare, Timer } from 'lucide-react'
import type { ConversationFilter } from '../data/queries.ts'
import { RequestFailed } from '../data/request.ts'

export function ListSkeleton({ rows = 7 }: { rows?: number }) {
  const t = useT()
  return (
    <div role="status" className="grid gap-0.5 p-2">
      <span className="sr-only">{t('communication_channels.inbox.list.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never reordered
        <div key={row} className="flex gap-3 px-3 py-2.5">
          <Skeleton shape="circle" className="size-10" />
          <div className="grid flex-1 gap-2 py-1">
            <Skeleton shape="text" className="w-1/2" />
            <Skeleton shape="text" className="w-5/6" />
            <Skeleton shape="text" className="w-1/3" />
          </div>
        </div>
      ))}
    </div>
  )
}

export function EmptyList({ filter, onShowAll }: { filter: ConversationFilter; onShowAll: () => void }) {
  const t = useT()
  const kind = filter.onlyUnread
    ? 'unread'
    : filter.closingSoon
      ? 'closing_soon'
      : filter.channelId !== null
        ? 'channel'
        : 'all'
  return (
    <div className="p-3">
      <EmptyState
        variant="subtle"
        icon={kind === 'unread' ? <CheckCheck /> : kind === 'closing_soon' ? <Timer /> : <MessagesSquare />}
        title={t(`communication_channels.inbox.empty.${kind}.title`)}
        description={t(`communication_channels.inbox.empty.${kind}.description`)}
        actions={
          kind !== 'all' ? (
            <Button variant="outline" size="sm" onClick={onShowAll}>
              {t('communication_channels.inbox.empty.showAll')}
            </Button>
          ) : null
        }
      />
    </div>
  )
}

export function FailedList({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT()
  if (error instanceof RequestFailed && error.status === 403) {
    return (
      <AccessDeniedMessage
        label={t('communication_channels.inbox.denied.title')}
        description={t('communication_channels.inbox.denied.description')}
        className="p-3"
      />
    )
  }
  return (
    <ErrorMessage
      label={t('communication_channels.inbox.list.failed')}
      description={t('communication_channels.inbox.failed.description')}
      className="p-3"
      action={
        <Button variant="outline" size="sm" onClick={() => onRetry()}>
          {t('communication_channels.inbox.retry')}
        </Button>
      }
    />
  )
}
