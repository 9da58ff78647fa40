import type { EntityManager } from '@mikro-orm/postgresql'
import type { ConnectionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { GraphAccess, WhatsAppCredentials } from '../credentials.ts'
import { selectConnections } from './connection-statements.ts'
import { apiVersionOf, readCredentials } from './read-credentials.ts'

/** What the calls for a number are made with; null where its connection is gone, or its secrets are incomplete. */
export async function resolveCredentials({
  scope,
  channel,
  resolve,
}: ConnectionInput): Promise<(WhatsAppCredentials & Pick<GraphAccess, 'apiVersion'>) | null> {
  const db = dbOf(resolve<EntityManager>('em').fork())
  const [connection] = await selectConnections(db, scope, channel.connectionId)
  if (!connection) return null
  const credentials = await readCredentials(resolve, connection.credentialsId, scope)
  return credentials && { ...credentials, apiVersion: await apiVersionOf(resolve, scope) }
}
