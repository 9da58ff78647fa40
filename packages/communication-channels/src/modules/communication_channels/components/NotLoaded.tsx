import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'

/** In the place of what could not be read: says so, and reads it again when asked to. */
export function NotLoaded({ label, onRetry }: { label: string; onRetry: () => unknown }) {
  const t = useT()
  return (
    <ErrorMessage
      label={label}
      action={
        <Button variant="outline" onClick={() => void onRetry()}>
          {t('communication_channels.inbox.retry')}
        </Button>
      }
    />
  )
}
