import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { plainArray } from '../plain-array.ts'
import { type Folded, foldIdentities } from './fold-identities.ts'
import { millisecondsOf, type Realm, timeOf } from './realm.ts'
import { identityKey, type Seen } from './sighting.ts'

/** An identity as it is kept. */
export interface Identity {
  id: string
  kind: 'phone' | 'user_id'
  namespace: string
  hash: string
  /** Whose it is; of a phone its last holder's. Null where nobody filed under it has a contact yet. */
  contactId: string | null
  heldSince: number
  firstSeenAt: number
  seenAt: number
  hasWire: boolean
}

/** When somebody was seen by an identity, first and last among what is being applied. */
export interface SeenTimes {
  seen: Seen
  /** With the other kind each time: then the claim has the time when it was seen last. */
  isPaired: boolean
  first: Date
  last: Date
}

export interface KnownIdentities {
  byKey: Map<string, Identity>
  /** Contacts of rows that turned out to be another spelling of the one that stays, by that one. */
  folded: Folded
  /** Seen earlier, or spelt otherwise, than was known: what is shown of them may be another one now. */
  touched: Set<string>
}

/** The rows of what was seen, made where there are none. */
export async function knowIdentities(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  times: SeenTimes[],
): Promise<KnownIdentities> {
  const byKey = await selectIdentities(
    db,
    realm,
    times.flatMap(({ seen }) => [seen, ...formerOf(seen)]),
  )
  const folded = await adoptFormer(db, times, byKey)
  const isMissing = ({ seen }: SeenTimes) => !byKey.has(seen.key)
  const made = await insertIdentities(db, encryption, realm, times.filter(isMissing))
  const touched = await touchIdentities(db, encryption, realm, times, byKey)
  for (const identity of made) byKey.set(identityKey(identity), identity)
  return { byKey, folded, touched }
}

function formerOf(seen: Seen): Seen[] {
  return seen.formerHashes.map((hash) => ({ ...seen, hash, key: identityKey({ ...seen, hash }) }))
}

/** Each value is one probe of the primary key, whatever the planner believes of the table's size. */
export async function selectIdentities(
  db: Db,
  { tenantId, organizationId, providerKey }: Realm,
  wanted: Pick<Seen, 'kind' | 'namespace' | 'hash'>[],
): Promise<Map<string, Identity>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Identity>`
    select found.* from unnest(
      ${plainArray(wanted.map((w) => w.kind))}::text[], ${wanted.map((w) => w.namespace)}::text[],
      ${plainArray(wanted.map((w) => w.hash))}::text[]) as w (kind, namespace, value_hash)
    cross join lateral (
      select i.id, i.kind, i.namespace, i.value_hash as hash, i.contact_id as "contactId",
             ${millisecondsOf('i.held_since')} as "heldSince", ${millisecondsOf('i.first_seen_at')} as "firstSeenAt",
             ${millisecondsOf('i.seen_at')} as "seenAt", i.wire is not null as "hasWire"
      from cc_contact_identities i
      where i.tenant_id = ${tenantId} and i.organization_id = ${organizationId}
        and i.provider_key = ${providerKey} and i.kind = w.kind and i.namespace = w.namespace
        and i.value_hash = w.value_hash
      limit 1) found`.execute(db)
  return new Map(rows.map((row) => [identityKey(row), row]))
}

/** What is kept under another spelling of a phone goes on under its key. */
async function adoptFormer(db: Db, times: SeenTimes[], byKey: Map<string, Identity>): Promise<Folded> {
  const renamed: { id: string; hash: string }[] = []
  const pairs: { kept: Identity; gone: Identity }[] = []
  for (const { seen } of times) {
    for (const former of formerOf(seen)) {
      const found = byKey.get(former.key)
      if (!found) continue
      byKey.delete(former.key)
      const kept = byKey.get(seen.key)
      if (kept) pairs.push({ kept, gone: found })
      else {
        byKey.set(seen.key, { ...found, hash: seen.hash })
        renamed.push({ id: found.id, hash: seen.hash })
      }
    }
  }
  if (renamed.length > 0) {
    await sql`
      update cc_contact_identities i set value_hash = r.hash
      from unnest(${renamed.map((r) => r.id)}::uuid[], ${renamed.map((r) => r.hash)}::text[]) as r (id, hash)
      where i.id = r.id`.execute(db)
  }
  return foldIdentities(db, pairs)
}

async function insertIdentities(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  times: SeenTimes[],
): Promise<Identity[]> {
  if (times.length === 0) return []
  const { tenantId, organizationId, providerKey } = realm
  const made = times.map(({ seen, first, last }) => ({
    id: randomUUIDv7(),
    kind: seen.kind,
    namespace: seen.namespace,
    hash: seen.hash,
    contactId: null,
    heldSince: Number.NEGATIVE_INFINITY,
    firstSeenAt: first.getTime(),
    seenAt: last.getTime(),
    hasWire: true,
  }))
  const wires = await Promise.all(times.map(({ seen }) => sealWire(encryption, realm, seen)))
  await sql`
    insert into cc_contact_identities
      (tenant_id, organization_id, provider_key, id, kind, namespace, value_hash, wire, first_seen_at, seen_at)
    select ${tenantId}::uuid, ${organizationId}::uuid, ${providerKey}, v.*
    from unnest(
      ${made.map((m) => m.id)}::uuid[], ${made.map((m) => m.kind)}::text[],
      ${made.map((m) => m.namespace)}::text[], ${made.map((m) => m.hash)}::text[], ${wires}::text[],
      ${times.map(({ first }) => first)}::timestamptz[], ${times.map(({ last }) => last)}::timestamptz[])
      as v`.execute(db)
  return made
}

/** Of a phone that is written in several ways, the way that was received last is kept. */
async function touchIdentities(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  times: SeenTimes[],
  byKey: Map<string, Identity>,
): Promise<Set<string>> {
  const known = times.filter((one) => {
    const identity = byKey.get(one.seen.key)
    return identity !== undefined && isNewsOf(identity, one)
  })
  if (known.length === 0) return new Set()
  const wires = await Promise.all(
    known.map(({ seen }) =>
      seen.formerHashes.length > 0 || !byKey.get(seen.key)!.hasWire
        ? sealWire(encryption, realm, seen)
        : null,
    ),
  )
  const { rows } = await sql<{ id: string; firstAt: number; isRespelt: boolean }>`
    update cc_contact_identities i
    set wire = case when t.wire is not null and t.last > i.seen_at then t.wire else coalesce(i.wire, t.wire) end,
        seen_at = greatest(i.seen_at, t.last), first_seen_at = least(i.first_seen_at, t.first)
    from unnest(
      ${known.map(({ seen }) => byKey.get(seen.key)!.id)}::uuid[], ${wires}::text[],
      ${known.map(({ first }) => timeOf(first.getTime()))}::timestamptz[],
      ${known.map(({ last }) => timeOf(last.getTime()))}::timestamptz[]) as t (id, wire, first, last)
    where i.id = t.id
    returning i.id, ${millisecondsOf('i.first_seen_at')} as "firstAt", t.wire is not null as "isRespelt"`.execute(
    db,
  )
  const firsts = new Map(known.map(({ seen, first }) => [byKey.get(seen.key)!.id, first.getTime()]))
  const isTouched = (row: (typeof rows)[number]) => row.isRespelt || firsts.get(row.id) === row.firstAt
  return new Set(rows.filter(isTouched).map(({ id }) => id))
}

function isNewsOf(
  { firstSeenAt, seenAt, hasWire }: Identity,
  { seen, first, last, isPaired }: SeenTimes,
): boolean {
  if (!hasWire || first.getTime() < firstSeenAt) return true
  return last.getTime() > seenAt && (!isPaired || seen.formerHashes.length > 0)
}

/** Encrypted as the contact's own column is, so that it may be copied there. */
async function sealWire(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Realm,
  { kind, wire }: Seen,
): Promise<string> {
  const column = kind === 'phone' ? 'phone' : 'user_id'
  const entity = 'communication_channels:external_contact'
  const sealed = await encryption.encryptEntityPayload(entity, { [column]: wire }, tenantId, organizationId)
  return String(sealed[column])
}
