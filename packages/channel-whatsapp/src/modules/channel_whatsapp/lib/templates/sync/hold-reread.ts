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
  /** How many of the connection are to be read, with this one. */
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
              (select count(*) from wa_template_rereads w where w.connection_id = t.connection_id)::int
                as waiting`.execute(db)
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
  const { tenantId, organizationId } = held.scope
  await sql`
    delete from wa_template_rereads
    where connection_id = ${held.connectionId} and tenant_id = ${tenantId}
      and organization_id = ${organizationId} and asked_at <= ${askedBy}`.execute(db)
}

export async function putRereadOff(db: Db, held: HeldReread, at: Date): Promise<void> {
  await sql`update wa_template_rereads set not_before = ${at} where ${isHeld(held)}`.execute(db)
}

function isHeld({ connectionId, externalId, scope: { tenantId, organizationId } }: HeldReread) {
  return sql<boolean>`connection_id = ${connectionId} and external_id = ${externalId}
    and tenant_id = ${tenantId} and organization_id = ${organizationId}`
}
