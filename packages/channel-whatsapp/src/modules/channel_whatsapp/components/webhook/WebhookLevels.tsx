import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { type Connection, nameOf } from '../connections/connection.ts'
import { problemText } from '../problemText.ts'
import { LevelRow } from './LevelRow.tsx'
import { useChangeWebhook, useWebhook } from './useWebhook.ts'
import { lossOf } from './webhook.ts'

/** Where Meta delivers to, as Graph says now, and buttons to have it deliver here. */
export function WebhookLevels({ connection }: { connection: Connection }) {
  const t = useT()
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.webhook.${key}`, values)
  const webhook = useWebhook(connection)
  const change = useChangeWebhook(connection)
  if (webhook.isPending) {
    return (
      <div role="status">
        <span className="sr-only">{text('loading')}</span>
        <Skeleton className="h-32" />
      </div>
    )
  }
  if (webhook.isError) {
    return (
      <ErrorMessage
        label={problemText(t, webhook.error, text('failed'))}
        action={
          <Button variant="outline" onClick={() => void webhook.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  const { app, account, numbers } = webhook.data
  const shared = { nameOf: (channelId: string) => nameOf(connection, channelId), isBusy: change.isPending }
  return (
    <div className="grid grid-cols-1 gap-3">
      <ul className="divide-y rounded-lg border">
        <LevelRow
          kind="app"
          level={app}
          loss={null}
          {...shared}
          onChange={(isOn) => change.mutate({ level: 'app', isOn })}
        />
        <LevelRow
          kind="account"
          level={account}
          loss={lossOf('account', undefined, webhook.data)}
          {...shared}
          onChange={(isOn) => change.mutate({ level: 'account', isOn })}
        />
        {numbers.map((number) => (
          <LevelRow
            key={number.channelId}
            kind="number"
            name={nameOf(connection, number.channelId)}
            level={number}
            loss={lossOf('number', number.channelId, webhook.data)}
            {...shared}
            onChange={(isOn) => change.mutate({ level: 'number', channelId: number.channelId, isOn })}
          />
        ))}
      </ul>
      {app.missingFields.length > 0 ? (
        <Alert
          status="warning"
          action={
            <Button
              variant="outline"
              size="sm"
              onClick={() => change.mutate({ level: 'app', isOn: true })}
              disabled={change.isPending}
            >
              {text('renew')}
            </Button>
          }
        >
          {text('missingFields', { fields: app.missingFields.join(', ') })}
        </Alert>
      ) : null}
      {change.isError ? (
        <Alert status="error">{problemText(t, change.error, text('changeFailed'))}</Alert>
      ) : null}
    </div>
  )
}
