import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import {
  Card,
  CardAction,
  CardContent,
  CardDescription,
  CardHeader,
  CardTitle,
} from '@open-mercato/ui/primitives/card'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { AccountStandingNote } from '../timeline/AccountStandingNote.tsx'
import { AccountTimeline } from '../timeline/AccountTimeline.tsx'
import { ArrivalNote } from '../webhook/ArrivalNote.tsx'
import { useWebhook } from '../webhook/useWebhook.ts'
import { WebhookLevels } from '../webhook/WebhookLevels.tsx'
import { arrivalOf } from '../webhook/webhook.ts'
import { ConnectionActions } from './ConnectionActions.tsx'
import { CopyField } from './CopyField.tsx'
import type { Connection } from './connection.ts'
import { NumberRow } from './NumberRow.tsx'
import { WebhookSteps } from './WebhookSteps.tsx'

type ConnectionCardProps = { connection: Connection; canManage: boolean; onEdit: () => void }

const tones = { connected: 'success', error: 'error', requires_reauth: 'warning' } as const

export function ConnectionCard({ connection, canManage, onEdit }: ConnectionCardProps) {
  const t = useT()
  const locale = useLocale()
  const { status, templates, numbers } = connection
  const webhook = useWebhook(connection, canManage)
  const arrival = webhook.data ? arrivalOf(webhook.data) : null
  const isDeaf = status === 'connected' && arrival !== null && arrival.is !== 'all'
  const text = (key: string, values?: Record<string, string | number>) =>
    t(`channel_whatsapp.connections.${key}`, values ?? {})
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <bdi>{connection.name}</bdi>
        </CardTitle>
        <CardDescription>
          {connection.accountName ? (
            <>
              <bdi>{connection.accountName}</bdi> ·{' '}
            </>
          ) : null}
          {text('account', { id: connection.businessAccountId })} · {connection.apiVersion}
          {connection.portfolio ? (
            <>
              <br />
              {text('portfolio', { name: connection.portfolio.name ?? connection.portfolio.id })}
            </>
          ) : null}
        </CardDescription>
        <CardAction>
          <StatusBadge variant={isDeaf ? 'error' : tones[status]} dot>
            {text(`status.${isDeaf ? `deaf.${arrival.is}` : status}`)}
          </StatusBadge>
        </CardAction>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-6">
        {status === 'connected' ? null : (
          <Alert status={status === 'error' ? 'error' : 'warning'}>
            <AlertTitle>{text(`problem.${status}`)}</AlertTitle>
            {connection.lastError ? <AlertDescription>{connection.lastError}</AlertDescription> : null}
          </Alert>
        )}
        <AccountStandingNote account={connection.account} />
        <section className="grid grid-cols-1 gap-2">
          <h3 className="text-sm font-semibold">{text('numbers')}</h3>
          {numbers.length > 0 ? (
            <ul className="divide-y rounded-lg border">
              {numbers.map((number) => (
                <NumberRow
                  key={number.channelId}
                  connection={connection}
                  number={number}
                  isDeaf={arrival?.lost.includes(number.channelId) ?? false}
                  canManage={canManage}
                />
              ))}
            </ul>
          ) : (
            <p className="text-sm text-muted-foreground">{text('noNumbers')}</p>
          )}
          <p className="text-[0.8125rem] text-muted-foreground">
            {text('templates', { approved: templates.approved, total: templates.total })}
            {templates.syncedAt
              ? ` · ${text('syncedAt', {
                  time: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                    new Date(templates.syncedAt),
                  ),
                })}`
              : ''}{' '}
            <a
              href={`/backend/integrations/whatsapp/templates?account=${connection.id}`}
              className="font-medium text-primary underline-offset-4 hover:underline"
            >
              {t('channel_whatsapp.templatePage.open')}
            </a>
          </p>
        </section>
        <AccountTimeline connectionId={connection.id} />
        <section className="grid grid-cols-1 gap-2">
          <h3 className="text-sm font-semibold">{text('webhook')}</h3>
          {arrival ? <ArrivalNote connection={connection} arrival={arrival} /> : null}
          <CopyField label={text('webhookUrl')} value={connection.webhookUrl} />
          <p className="text-[0.8125rem] text-muted-foreground">{text('verifyTokenHint')}</p>
          {canManage ? <WebhookLevels connection={connection} /> : null}
          <WebhookSteps webhookUrl={connection.webhookUrl} appId={connection.appId} />
        </section>
        <section className="grid gap-1">
          <h3 className="text-sm font-semibold">{text('graph')}</h3>
          <p className="text-sm">
            <code
              dir="ltr"
              className="rounded bg-muted px-1.5 py-0.5 font-mono text-[0.8125rem] [overflow-wrap:anywhere]"
            >
              {connection.graphUrl}
            </code>
          </p>
          <p className="text-[0.8125rem] text-muted-foreground">{text('graphNote')}</p>
        </section>
        {canManage ? <ConnectionActions connection={connection} onEdit={onEdit} /> : null}
      </CardContent>
    </Card>
  )
}
