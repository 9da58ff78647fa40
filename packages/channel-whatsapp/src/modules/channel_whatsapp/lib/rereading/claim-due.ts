import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Longer than reading the largest account takes. A process that dies over it leaves the connection to others then. */
const LEASE_MS = 30 * 60_000

/**
 * The connection that has waited longest to be read again, held for the caller; null where none is due. Across tenants
 * on purpose: it is the clock that asks, for everybody.
 */
export async function claimDue(db: Db, now: Date): Promise<{ id: string; scope: Scope } | null> {
  const { rows } = await sql<{ id: string } & Scope>`
    update wa_connections set next_read_at = ${new Date(now.getTime() + LEASE_MS)}
    where id = (
      select id from wa_connections where next_read_at <= ${now} and deleted_at is null
      order by next_read_at limit 1 for update skip locked
    )
    returning id, tenant_id as "tenantId", organization_id as "organizationId"`.execute(db)
  const [row] = rows
  return row ? { id: row.id, scope: { tenantId: row.tenantId, organizationId: row.organizationId } } : null
}

/** Says when a connection is read next. */
export async function writeNextRead(db: Db, scope: Scope, id: string, at: Date): Promise<void> {
  await sql`
    update wa_connections set next_read_at = ${at}
    where id = ${id} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}`.execute(
    db,
  )
}
