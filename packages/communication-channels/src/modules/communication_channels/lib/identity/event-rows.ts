import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { ContactEventKind } from './contact-events.ts'
import type { OpenValue } from './contact-summaries.ts'
import type { Node } from './evidence.ts'

/** Most that is shown of one person's history; older events stay on record. */
const MOST_EVENTS = 100

export interface EventRow {
  id: string
  contactId: string
  kind: ContactEventKind
  reason: string
  at: Timestamp
  otherContactId: string | null
  detail: { nodes?: Node[]; fromId?: string; toId?: string }
  /** Whoever was merged is so still. */
  isInForce: boolean
  deliveryId: string | null
  decisionId: string | null
  isDecided: boolean
  note: string | null
  actorId: string | null
  actorName: string | null
}

/** An identity by which something was told. */
export interface Wire {
  id: string
  kind: 'phone' | 'user_id'
  value: string | null
}

/**
 * What is told of an identity is told of whoever has it, or had it then: it goes where that goes. The rest is told of the
 * contact itself, of those who are merged into it, and of whoever it was merged with or parted from.
 */
export async function selectEvents(
  db: Db,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    with own as (
      select id from cc_external_contacts
      where (id = ${contactId} or merged_into_id = ${contactId}) and tenant_id = ${tenantId}
        and organization_id = ${organizationId}
    ), near as (
      select id from own
      union select contact_id from cc_contact_events where other_contact_id in (select id from own)
      union select other_contact_id from cc_contact_events where contact_id in (select id from own)
    )
    select e.id, e.contact_id as "contactId", e.kind, e.reason, e.at, e.other_contact_id as "otherContactId", e.detail,
           exists (select 1 from cc_external_contacts other
                   where other.id = e.other_contact_id and other.merged_into_id = e.contact_id) as "isInForce",
           e.delivery_id as "deliveryId", e.decision_id as "decisionId", e.actor_id as "actorId",
           e.actor_name as "actorName", d.id is not null and d.revoked_at is null as "isDecided", d.reason as note
    from cc_contact_events e
    left join cc_contact_decisions d on d.id = e.decision_id
    left join cc_contact_identities i on i.id = (e.detail->>'toId')::uuid
    left join cc_phone_tenures t on t.phone_id = i.id and e.at >= t.from_at and e.at < t.until_at
    where e.tenant_id = ${tenantId} and e.organization_id = ${organizationId}
      and e.contact_id in (select id from near)
      and case when e.kind in ('merged', 'split')
        then e.contact_id in (select id from own) or e.other_contact_id = ${contactId}
        else coalesce(t.contact_id, i.contact_id, e.contact_id) in (select id from own) end
    order by e.id desc limit ${MOST_EVENTS}`.execute(db)
  return rows
}

export function identitiesIn({ detail }: EventRow): string[] {
  return [detail.fromId, detail.toId, ...(detail.nodes ?? []).map((node) => node.identityId)].filter(
    (id) => id !== undefined,
  )
}

/** What the identities are that the events and the given ones name. */
export async function selectWires(
  db: Db,
  open: OpenValue,
  { tenantId, organizationId }: Scope,
  ids: string[],
): Promise<Map<string, Wire>> {
  const { rows } = await sql<{ id: string; kind: Wire['kind']; wire: string | null }>`
    select id, kind, wire from cc_contact_identities
    where id = any(${[...new Set(ids)]}::uuid[]) and tenant_id = ${tenantId}
      and organization_id = ${organizationId}`.execute(db)
  const wires = rows.map(async ({ id, kind, wire }): Promise<[string, Wire]> => {
    return [id, { id, kind, value: wire === null ? null : await open(kind, wire) }]
  })
  return new Map(await Promise.all(wires))
}

export type Username = { value: string; firstAt: Timestamp }

export async function selectUsernames(
  db: Db,
  open: OpenValue,
  rows: EventRow[],
): Promise<Map<string, Username[]>> {
  const ids = rows.flatMap(({ kind, detail }) => (kind === 'username_changed' && detail.toId) || [])
  if (ids.length === 0) return new Map()
  const { rows: names } = await sql<Username & { identityId: string }>`
    select identity_id as "identityId", value, first_at as "firstAt" from cc_contact_names
    where identity_id = any(${ids}::uuid[]) and kind = 'username' order by first_at`.execute(db)
  const opened = await Promise.all(
    names.map(async (name) => ({ ...name, value: await open('username', name.value) })),
  )
  return Map.groupBy(opened, ({ identityId }) => identityId)
}

/** By which name somebody went until then, and since then. */
export function renamedAt(names: Username[], at: Timestamp): { from: string | null; to: string | null } {
  const nth = names.findLastIndex(({ firstAt }) => toDate(firstAt) <= toDate(at))
  return { from: names[nth - 1]?.value ?? null, to: names[nth]?.value ?? null }
}
