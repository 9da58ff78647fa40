import { useT } from '@open-mercato/shared/lib/i18n/context'
import { AccessDeniedMessage, ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { problemText } from '../../problemText.ts'
import { ProviderRequestFailed } from '../../request.ts'

type NotReadProps = { label: string; error: unknown; onRetry: () => unknown }

/** In the place of what could not be read: why, and a way to try again where that may help. */
export function NotRead({ label, error, onRetry }: NotReadProps) {
  const t = useT()
  if (error instanceof ProviderRequestFailed && error.status === 403) {
    return <AccessDeniedMessage label={t('channel_whatsapp.templatePage.denied')} />
  }
  return (
    <ErrorMessage
      label={label}
      description={problemText(t, error, '') || undefined}
      action={
        <Button variant="outline" onClick={() => void onRetry()}>
          {t('channel_whatsapp.retry')}
        </Button>
      }
    />
  )
}
