import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { type Connection, nameOf } from '../connections/connection.ts'
import type { Arrival } from './webhook.ts'

/** Whether what customers write arrives, before anything else about it. */
export function ArrivalNote({ connection, arrival }: { connection: Connection; arrival: Arrival }) {
  const t = useT()
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.webhook.${key}`, values)
  if (arrival.is === 'all') return <Alert status="success">{text('arrive')}</Alert>
  if (arrival.is === 'none') {
    return (
      <Alert status="error">
        <AlertTitle>{text('nothing.title')}</AlertTitle>
        <AlertDescription>{text('nothing.text')}</AlertDescription>
      </Alert>
    )
  }
  const numbers = arrival.lost.map((channelId) => nameOf(connection, channelId)).join(', ')
  return <Alert status="error">{text('lost', { numbers })}</Alert>
}
