import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Renewed while a connection is read; so long after a death others take it. */
export const LEASE_MS = 45_000

export interface DueConnection {
  id: string
  scope: Scope
  /** Held until then. */
  until: Date
}

/**
 * The connection that has waited longest to be read again, held for the caller; null where none is due. Across tenants
 * on purpose: it is the clock that asks, for everybody.
 */
export async function claimDue(db: Db, now: Date): Promise<DueConnection | null> {
  const until = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<{ id: string } & Scope>`
    update wa_connections set next_read_at = ${until}
    where id = (
      select id from wa_connections where next_read_at <= ${now} and deleted_at is null
      order by next_read_at limit 1 for update skip locked
    )
    returning id, tenant_id as "tenantId", organization_id as "organizationId"`.execute(db)
  const [row] = rows
  if (!row) return null
  return { id: row.id, scope: { tenantId: row.tenantId, organizationId: row.organizationId }, until }
}

/** Holds it longer, unless it was read meanwhile. */
export async function renewDue(db: Db, due: DueConnection, now: Date): Promise<void> {
  const until = new Date(now.getTime() + LEASE_MS)
  const { tenantId, organizationId } = due.scope
  const { numAffectedRows } = await sql`
    update wa_connections set next_read_at = ${until}
    where id = ${due.id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and next_read_at = ${due.until}`.execute(db)
  if (numAffectedRows) due.until = until
}

/** Says when a connection is read next. */
export async function writeNextRead(db: Db, scope: Scope, id: string, at: Date): Promise<void> {
  await sql`
    update wa_connections set next_read_at = ${at}
    where id = ${id} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}`.execute(
    db,
  )
}
