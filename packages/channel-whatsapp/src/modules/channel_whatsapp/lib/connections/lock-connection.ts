import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/**
 * One transaction at a time writes what Meta told of a connection, so that two with the same news do not wait for each
 * other.
 *
 * @returns whether there is such a connection
 */
export async function lockConnection(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select id from wa_connections
    where id = ${connectionId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
    for no key update`.execute(db)
  return rows.length > 0
}
