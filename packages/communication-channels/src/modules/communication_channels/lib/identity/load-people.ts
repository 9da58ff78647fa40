import { type Db, sql } from '../db.ts'
import type { Decision, Evidence } from './evidence.ts'
import { firstIndex } from './first-index.ts'
import type { Identity } from './known-identities.ts'
import { millisecondsOf } from './realm.ts'

export interface StoredIdentity extends Omit<Identity, 'firstSeenAt' | 'seenAt' | 'hasWire'> {
  /** Whose it was first, to go back there where a merge is undone. */
  originContactId: string | null
  retiredAt: number | null
}

export interface Holding {
  from: number
  until: number
  contactId: string | null
}

/** Those of a phone's that lie at least partly between two times. */
export function overlapping(holdings: Holding[], from: number, until: number): Holding[] {
  const first = firstIndex(holdings, (one) => one.until > from)
  return holdings.slice(
    first,
    firstIndex(holdings, (one) => one.from >= until),
  )
}

/** All that is known of some people, and who they are so far. */
export interface LoadedPeople {
  evidence: Evidence
  identities: Map<string, StoredIdentity>
  /** Of each phone, who had it when: ascending, without gaps. */
  holdings: Map<string, Holding[]>
}

/** Everybody who could be the same as somebody among the given identities, and nobody else. */
export async function loadPeople(db: Db, identityIds: Iterable<string>): Promise<LoadedPeople> {
  const ids = await closure(db, new Set(identityIds))
  const [identities, claims, successions, decisions, tenures] = [
    await selectStored(db, ids),
    await selectClaims(db, ids),
    await selectSuccessions(db, ids),
    await selectDecisions(db, ids),
    await selectTenures(db, ids),
  ]
  const users = identities.filter(({ kind }) => kind === 'user_id')
  const phones = identities.filter(({ kind }) => kind === 'phone')
  return {
    evidence: {
      users: users.map(({ id, namespace }) => ({ id, namespace })),
      phones: phones.map(({ id }) => id),
      claims,
      successions,
      decisions,
    },
    identities: new Map(identities.map((identity) => [identity.id, identity])),
    holdings: new Map(
      phones.map(({ id, heldSince, contactId }) => [
        id,
        [...(tenures.get(id) ?? []), { from: heldSince, until: Number.POSITIVE_INFINITY, contactId }],
      ]),
    ),
  }
}

/** Whatever ties identities together, followed until nothing more is found. */
async function closure(db: Db, seeds: Set<string>): Promise<string[]> {
  const found = new Set(seeds)
  for (let edge = [...seeds]; edge.length > 0; ) {
    const { rows } = await sql<{ id: string }>`
      with edge as (select unnest(${edge}::uuid[]) as id)
      select user_id as id from cc_identity_claims where phone_id in (select id from edge)
      union select phone_id from cc_identity_claims where user_id in (select id from edge)
      union select to_id from cc_identity_successions where from_id in (select id from edge)
      union select from_id from cc_identity_successions where to_id in (select id from edge)
      union select other.identity_id from cc_contact_decision_members m
        join cc_contact_decision_members other on other.decision_id = m.decision_id
        where m.identity_id in (select id from edge)
      union select other.id from cc_contact_identities i
        join cc_contact_identities other on other.contact_id = i.contact_id
        where i.id in (select id from edge)`.execute(db)
    edge = rows.map(({ id }) => id).filter((id) => !found.has(id))
    for (const id of edge) found.add(id)
  }
  return [...found]
}

async function selectStored(db: Db, ids: string[]): Promise<StoredIdentity[]> {
  const { rows } = await sql<StoredIdentity>`
    select id, kind, namespace, value_hash as hash, contact_id as "contactId",
           ${millisecondsOf('held_since')} as "heldSince", origin_contact_id as "originContactId",
           ${millisecondsOf('retired_at')} as "retiredAt"
    from cc_contact_identities where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function selectClaims(db: Db, ids: string[]): Promise<Evidence['claims']> {
  const { rows } = await sql<Evidence['claims'][number]>`
    select phone_id as "phoneId", user_id as "userId", ${millisecondsOf('first_at')} as "firstAt",
           ${millisecondsOf('last_at')} as "lastAt"
    from cc_identity_claims where phone_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function selectSuccessions(db: Db, ids: string[]): Promise<Evidence['successions']> {
  const { rows } = await sql<Evidence['successions'][number]>`
    select from_id as "fromId", to_id as "toId", ${millisecondsOf('at')} as at
    from cc_identity_successions where from_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function selectDecisions(db: Db, ids: string[]): Promise<Decision[]> {
  const { rows } = await sql<{
    id: string
    kind: Decision['kind']
    decidedAt: number
    side: 'left' | 'right'
    identityId: string
    at: number | null
  }>`
    select d.id, d.kind, ${millisecondsOf('d.decided_at')} as "decidedAt", m.side, m.identity_id as "identityId",
           ${millisecondsOf('m.at')} as at
    from cc_contact_decisions d join cc_contact_decision_members m on m.decision_id = d.id
    where d.revoked_at is null and d.id in (
      select decision_id from cc_contact_decision_members where identity_id = any(${ids}::uuid[]))`.execute(
    db,
  )
  const decisions = new Map<string, Decision>()
  for (const { id, kind, decidedAt, side, identityId, at } of rows) {
    const decision = decisions.get(id) ?? { id, kind, at: decidedAt, left: [], right: [] }
    decision[side].push({ identityId, at })
    decisions.set(id, decision)
  }
  return [...decisions.values()]
}

async function selectTenures(db: Db, ids: string[]): Promise<Map<string, Holding[]>> {
  const { rows } = await sql<Holding & { phoneId: string }>`
    select phone_id as "phoneId", ${millisecondsOf('from_at')} as "from", ${millisecondsOf('until_at')} as until,
           contact_id as "contactId"
    from cc_phone_tenures where phone_id = any(${ids}::uuid[]) order by phone_id, from_at`.execute(db)
  return Map.groupBy(rows, ({ phoneId }) => phoneId)
}
