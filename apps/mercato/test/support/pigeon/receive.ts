import type { EntityManager } from '@mikro-orm/postgresql'
import type { TenantScope } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import { PROVIDER_KEY } from './adapter.ts'
import { isSealed } from './seal.ts'

export interface PigeonConnection {
  scope: TenantScope
  connectionId: string
  secret: string
  webhookUrl: string
  /** The tenant's data key, base64. */
  dek: string
}

/** What a route of a pigeon module would do: verify over the bytes as they came, keep, and only then say 200. */
export async function receivePigeon(
  em: EntityManager,
  { secret, webhookUrl, dek, scope, connectionId }: PigeonConnection,
  request: { body: Uint8Array; headers: Record<string, string> },
): Promise<number> {
  const text = new TextDecoder().decode(request.body)
  if (!isSealed(secret, webhookUrl, text, request.headers['x-seal'])) return 401
  await acceptDelivery(em, dek, { scope, providerKey: PROVIDER_KEY, connectionId, body: request.body })
  return 200
}
