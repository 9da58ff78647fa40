import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

export const channelView = z.object({
  id: z.uuid(),
  displayName: z.string(),
  address: z.string().nullable(),
  providerKey: z.string(),
  channelType: z.string(),
  isEnabled: z.boolean(),
  connectionId: z.uuid(),
  externalIdentifier: z.string(),
  accountIdentifier: z.string().nullable(),
})
export type ChannelView = z.infer<typeof channelView>

/** All numbers of the organisation, or those of one connection. */
export async function listChannels(db: Db, scope: Scope, connectionId?: string): Promise<ChannelView[]> {
  const { rows } = await sql<ChannelView>`
    select id, display_name as "displayName", address, provider_key as "providerKey",
           channel_type as "channelType", is_enabled as "isEnabled", connection_id as "connectionId",
           external_identifier as "externalIdentifier", account_identifier as "accountIdentifier"
    from cc_communication_channels
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      ${connectionId ? sql`and connection_id = ${connectionId}` : sql``}
    order by display_name, id`.execute(db)
  return rows
}
