import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** The account that a number belongs to; null where the number is not this organisation's. */
export async function connectionOfChannel(db: Db, scope: Scope, channelId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select connection_id as id from wa_numbers
    where channel_id = ${channelId} and tenant_id = ${scope.tenantId}
      and organization_id = ${scope.organizationId}`.execute(db)
  return rows[0]?.id ?? null
}
