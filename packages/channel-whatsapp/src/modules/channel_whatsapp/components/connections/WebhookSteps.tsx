import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { isLocalAddress } from './connection.ts'

const steps = ['open', 'callback', 'verify', 'subscribe', 'try'] as const

/** What to do in Meta's dashboard so that messages arrive here, for who does not use the buttons (`WebhookLevels`). */
export function WebhookSteps({ webhookUrl, appId }: { webhookUrl: string; appId: string | null }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.connections.steps.${key}`)
  const dashboard = appId
    ? `https://developers.facebook.com/apps/${encodeURIComponent(appId)}/`
    : 'https://developers.facebook.com/apps/'
  return (
    <details className="rounded-lg border px-4 py-3 text-sm">
      <summary className="font-medium">{text('title')}</summary>
      <p className="mt-3 text-muted-foreground">{text('about')}</p>
      <ol className="mt-3 grid list-decimal gap-2 ps-5 leading-relaxed marker:text-muted-foreground">
        {steps.map((step) => (
          <li key={step}>
            {text(step)}
            {step === 'open' ? (
              <>
                {' '}
                <a
                  href={dashboard}
                  target="_blank"
                  rel="noreferrer"
                  className="font-medium text-primary underline"
                >
                  {text('dashboard')}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {isLocalAddress(webhookUrl) ? (
        <Alert status="information" className="mt-3">
          {text('local')}
        </Alert>
      ) : null}
    </details>
  )
}
