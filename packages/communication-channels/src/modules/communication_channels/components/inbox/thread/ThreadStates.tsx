import { useT } from '@open-mercato/shared/lib/i18n/context'
import { AccessDeniedMessage, ErrorMessage, RecordNotFoundState } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { MessageSquareText } from 'lucide-react'
import { RequestFailed } from '../data/request.ts'

const bubbles = [
  'w-1/2 self-start',
  'w-1/3 self-start',
  'w-2/5 self-end',
  'w-1/2 self-end',
  'w-1/4 self-start',
]

export function ThreadSkeleton() {
  const t = useT()
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col justify-end gap-3 bg-muted/60 p-6">
      <span className="sr-only">{t('communication_channels.inbox.thread.loading')}</span>
      {bubbles.map((place) => (
        <Skeleton key={place} className={`h-11 rounded-2xl ${place}`} />
      ))}
    </div>
  )
}

export function NothingChosen() {
  const t = useT()
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 bg-muted/60 p-8 text-center">
      <span className="flex size-14 items-center justify-center rounded-full bg-primary-soft text-primary-soft-foreground">
        <MessageSquareText aria-hidden="true" className="size-6" />
      </span>
      <p className="font-semibold">{t('communication_channels.inbox.nothingChosen.title')}</p>
      <p className="max-w-xs text-sm text-muted-foreground">
        {t('communication_channels.inbox.nothingChosen.description')}
      </p>
    </div>
  )
}

export function FailedThread({
  error,
  onRetry,
  onBack,
}: {
  error: unknown
  onRetry: () => void
  onBack: () => void
}) {
  const t = useT()
  const status = error instanceof RequestFailed ? error.status : 0
  const back = (
    <Button variant="outline" onClick={onBack}>
      {t('communication_channels.inbox.back')}
    </Button>
  )
  return (
    <div className="grid h-full place-content-center bg-muted/60 p-6">
      {status === 404 || status === 400 ? (
        <RecordNotFoundState
          label={t('communication_channels.inbox.notFound.title')}
          description={t('communication_channels.inbox.notFound.description')}
          action={back}
        />
      ) : status === 403 ? (
        <AccessDeniedMessage
          label={t('communication_channels.inbox.denied.title')}
          description={t('communication_channels.inbox.denied.description')}
          action={back}
        />
      ) : (
        <ErrorMessage
          label={t('communication_channels.inbox.thread.failed')}
          description={t('communication_channels.inbox.failed.description')}
          action={
            <Button variant="outline" onClick={onRetry}>
              {t('communication_channels.inbox.retry')}
            </Button>
          }
        />
      )}
    </div>
  )
}
