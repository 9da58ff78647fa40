import { type Db, sql } from '../db.ts'
import type { Assignment } from './assign-contacts.ts'
import { nodeKey, type Partition } from './evidence.ts'
import type { LoadedPeople } from './load-people.ts'
import { type Realm, timeOf } from './realm.ts'

export async function writeContacts(
  db: Db,
  { tenantId, organizationId, providerKey }: Realm,
  { identities, holdings }: LoadedPeople,
  { contactOf, created, absorbed }: Assignment,
): Promise<void> {
  if (created.length > 0) {
    await sql`
      insert into cc_external_contacts (tenant_id, organization_id, provider_key, id)
      select ${tenantId}::uuid, ${organizationId}::uuid, ${providerKey}, unnest(${created}::uuid[])`.execute(
      db,
    )
  }
  const had = new Set([
    ...[...identities.values()].map(({ contactId }) => contactId),
    ...[...holdings.values()].flat().map(({ contactId }) => contactId),
    ...created,
  ])
  const woken = [...new Set(contactOf.values())].filter((id) => id !== null && !had.has(id))
  if (woken.length > 0) {
    await sql`
      update cc_external_contacts set merged_into_id = null, updated_at = now()
      where id = any(${woken}::uuid[])`.execute(db)
  }
  if (absorbed.length > 0) {
    await sql`
      update cc_external_contacts c set merged_into_id = a.survivor, updated_at = now()
      from unnest(${absorbed.map((a) => a.absorbed)}::uuid[], ${absorbed.map((a) => a.survivor)}::uuid[])
        as a (absorbed, survivor)
      where c.id = a.absorbed or c.merged_into_id = a.absorbed`.execute(db)
  }
}

/** Whose each identity is now, where that is news. */
export async function writeHolders(
  db: Db,
  { identities, holdings }: LoadedPeople,
  { tenures, retired }: Partition,
  { contactOf }: Assignment,
): Promise<void> {
  const changed = []
  const past: { phoneId: string; from: number; until: number; contactId: string | null }[] = []
  const emptied: string[] = []
  for (const identity of identities.values()) {
    const { id, kind } = identity
    const borders = kind === 'phone' ? tenures.get(id)! : [Number.NEGATIVE_INFINITY]
    const holderOf = (from: number) =>
      contactOf.get(nodeKey({ identityId: id, from: kind === 'phone' ? from : null })) ?? null
    const heldSince = borders.at(-1)!
    const contactId = holderOf(heldSince)
    const retiredAt = retired.get(id) ?? null
    const isSame =
      identity.contactId === contactId && identity.heldSince === heldSince && identity.retiredAt === retiredAt
    if (!isSame) changed.push({ id, contactId, heldSince, retiredAt, origin: holderOf(borders[0]!) })
    const known = holdings.get(id) ?? []
    const isSettled =
      known.length <= 1 && borders.length <= 1
        ? true
        : known.length === borders.length &&
          borders.every((from, nth) => known[nth]!.from === from && known[nth]!.contactId === holderOf(from))
    if (isSettled) continue
    emptied.push(id)
    borders.slice(0, -1).forEach((from, nth) => {
      past.push({ phoneId: id, from, until: borders[nth + 1]!, contactId: holderOf(from) })
    })
  }
  if (changed.length > 0) {
    await sql`
      update cc_contact_identities i
      set contact_id = v.contact_id, held_since = v.held_since, retired_at = v.retired_at,
          origin_contact_id = coalesce(i.origin_contact_id, v.origin)
      from unnest(
        ${changed.map((one) => one.id)}::uuid[], ${changed.map((one) => one.contactId)}::uuid[],
        ${changed.map((one) => timeOf(one.heldSince))}::timestamptz[],
        ${changed.map((one) => (one.retiredAt === null ? null : timeOf(one.retiredAt)))}::timestamptz[],
        ${changed.map((one) => one.origin)}::uuid[])
        as v (id, contact_id, held_since, retired_at, origin)
      where i.id = v.id`.execute(db)
  }
  if (emptied.length === 0) return
  await sql`delete from cc_phone_tenures where phone_id = any(${emptied}::uuid[])`.execute(db)
  if (past.length === 0) return
  await sql`
    insert into cc_phone_tenures (phone_id, from_at, until_at, contact_id)
    select * from unnest(
      ${past.map((one) => one.phoneId)}::uuid[], ${past.map((one) => timeOf(one.from))}::timestamptz[],
      ${past.map((one) => timeOf(one.until))}::timestamptz[],
      ${past.map((one) => one.contactId)}::uuid[])`.execute(db)
}
