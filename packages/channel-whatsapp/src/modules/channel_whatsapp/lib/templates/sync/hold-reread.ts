import {
  type Db,
  sql,
  type Timestamp,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Longer than the calls for one template take; so long after a death others read it. */
const LEASE_MS = 60_000

/** A template that this process reads. */
export interface HeldReread {
  connectionId: string
  externalId: string
  scope: Scope
  /** As the database has it, to its last digit. What was asked for since is read once more. */
  askedAt: string
  /** From 1. */
  attempt: number
  /** How many of the connection are to be read within the next minute, with this one. */
  waiting: number
}

/** Across tenants: it is the clock that asks, for everybody. Null where none is due. */
export async function claimReread(db: Db, now: Date): Promise<HeldReread | null> {
  const until = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<Omit<HeldReread, 'scope' | 'askedAt'> & Scope & { askedAt: Timestamp }>`
    update wa_template_rereads t set not_before = ${until}, attempts = t.attempts + 1
    from (
      select connection_id, external_id from wa_template_rereads where not_before <= ${now}
      order by not_before limit 1 for update skip locked
    ) due
    where t.connection_id = due.connection_id and t.external_id = due.external_id
    returning t.connection_id as "connectionId", t.external_id as "externalId", t.attempts as attempt,
              t.asked_at::text as "askedAt", t.tenant_id as "tenantId", t.organization_id as "organizationId",
              (select count(*) from wa_template_rereads w
               where w.connection_id = t.connection_id and w.not_before <= ${until})::int as waiting`.execute(
    db,
  )
  const [row] = rows
  if (!row) return null
  const { tenantId, organizationId, ...held } = row
  return { ...held, scope: { tenantId, organizationId } }
}

/** Read, or in vain. */
export async function endReread(db: Db, held: HeldReread): Promise<void> {
  await sql`
    delete from wa_template_rereads
    where ${isHeld(held)} and asked_at = ${held.askedAt}::timestamptz`.execute(db)
}

/** All of a connection that were asked for by then are read by its sync. */
export async function endRereads(db: Db, held: HeldReread, askedBy: Date): Promise<void> {
  await remove(db, held.scope, held.connectionId, sql`asked_at <= ${askedBy}`)
}

/** All of a connection, for one that has another account now. */
export async function forgetRereads(db: Db, scope: Scope, connectionId: string): Promise<void> {
  await remove(db, scope, connectionId, sql`true`)
}

/** All of a connection that are due by then: it was not tried to read them. */
export async function putRereadsOff(db: Db, { scope, connectionId }: HeldReread, at: Date): Promise<void> {
  await sql`
    update wa_template_rereads t set not_before = ${at}, attempts = 0
    from (${inOrder(scope, connectionId, sql`not_before <= ${at}`)}) due
    where t.connection_id = due.connection_id and t.external_id = due.external_id`.execute(db)
}

async function remove(db: Db, scope: Scope, connectionId: string, which: ReturnType<typeof sql>) {
  await sql`
    delete from wa_template_rereads t using (${inOrder(scope, connectionId, which)}) due
    where t.connection_id = due.connection_id and t.external_id = due.external_id`.execute(db)
}

/** Locks them in the order in which `askForRereads` does, so that no two wait for each other. */
function inOrder({ tenantId, organizationId }: Scope, connectionId: string, which: ReturnType<typeof sql>) {
  return sql`
    select connection_id, external_id from wa_template_rereads
    where connection_id = ${connectionId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and ${which}
    order by external_id collate "C" for update`
}

export async function putRereadOff(db: Db, held: HeldReread, at: Date): Promise<void> {
  await sql`update wa_template_rereads set not_before = ${at} where ${isHeld(held)}`.execute(db)
}

function isHeld({ connectionId, externalId, scope: { tenantId, organizationId } }: HeldReread) {
  return sql<boolean>`connection_id = ${connectionId} and external_id = ${externalId}
    and tenant_id = ${tenantId} and organization_id = ${organizationId}`
}
