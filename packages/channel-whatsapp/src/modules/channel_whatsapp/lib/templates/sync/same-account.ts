import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { ConnectionRow } from '../../connections/connection-statements.ts'

/**
 * What was read of an account does not come in once the connection has another one. The caller holds the connection
 * (`lock-connection.ts`).
 */
export async function requireSameAccount(
  db: Db,
  { tenantId, organizationId }: Scope,
  { id, businessAccountId }: Pick<ConnectionRow, 'id' | 'businessAccountId'>,
): Promise<void> {
  const { rows } = await sql`
    select id from wa_connections
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and business_account_id = ${businessAccountId}`.execute(db)
  if (rows.length === 0) throw new Error('The account of the connection was changed meanwhile.')
}
