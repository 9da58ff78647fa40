import type { ChannelAddress } from '../adapter/connection-input.ts'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

/** A number as its adapter is called with it. */
export interface FoundChannel {
  channel: ChannelAddress
  providerKey: string
  isEnabled: boolean
}

/** Null where the organisation has no such number. */
export async function findChannel(
  db: Db,
  { tenantId, organizationId }: Scope,
  channelId: string,
): Promise<FoundChannel | null> {
  const { rows } = await sql<ChannelAddress & { providerKey: string; isEnabled: boolean }>`
    select id as "channelId", connection_id as "connectionId", provider_key as "providerKey",
           external_identifier as "externalIdentifier", account_identifier as "accountIdentifier",
           is_enabled as "isEnabled"
    from cc_communication_channels
    where id = ${channelId} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { providerKey, isEnabled, ...channel } = row
  return { channel, providerKey, isEnabled }
}
