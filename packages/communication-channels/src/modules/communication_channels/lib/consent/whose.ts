import { type Db, sql } from '../db.ts'
import { plainArray } from '../plain-array.ts'

/**
 * Consent is about an identity at a time, as messages are: whoever held it then is the person. So it follows people when
 * they are merged, split, or leave a number to somebody else, and the ledger never has to be rewritten.
 */
export interface Saying {
  identityId: string
  occurredAt: Date
}

/** @returns the contact of each, in their order; null where nobody is known to have had the identity then */
export async function holdersOf(db: Db, sayings: Saying[]): Promise<(string | null)[]> {
  if (sayings.length === 0) return []
  const { rows } = await sql<{ contactId: string | null }>`
    select case when i.kind = 'user_id' or s.at >= i.held_since then i.contact_id else t.contact_id end as "contactId"
    from unnest(
      ${plainArray(sayings.map(({ identityId }) => identityId))}::uuid[],
      ${plainArray(sayings.map(({ occurredAt }) => occurredAt))}::timestamptz[])
      with ordinality as s (identity_id, at, nth)
    left join cc_folded_identities f on f.id = s.identity_id
    left join cc_contact_identities i on i.id = coalesce(f.kept_id, s.identity_id)
    left join cc_phone_tenures t on t.phone_id = i.id and s.at >= t.from_at and s.at < t.until_at
    order by s.nth`.execute(db)
  return rows.map(({ contactId }) => contactId)
}

/**
 * As `holdersOf`, and they keep it until this transaction ends: their contacts are locked, as by whoever merges or splits
 * them, so that neither works out a consent without what the other is about to write.
 */
export async function holdHolders(db: Db, sayings: Saying[]): Promise<(string | null)[]> {
  const held = new Set<string>()
  for (;;) {
    const holders = await holdersOf(db, sayings)
    const others = [...new Set(holders)].filter((id): id is string => id !== null && !held.has(id))
    if (others.length === 0) return holders
    // Whoever held them meanwhile may have given the identity to somebody else: it is asked for once more.
    await holdContacts(db, others)
    for (const id of others) held.add(id)
  }
}

export async function holdContacts(db: Db, contactIds: string[]): Promise<void> {
  await sql`
    select id from cc_external_contacts where id = any(${contactIds}::uuid[])
    order by id for no key update`.execute(db)
}

/** What is recorded about contacts: rows of `cc_consent_events` with the contact's id before them. */
export function eventsAbout(contactIds: string[]) {
  return sql`(
    select own.contact_id, e.* from (
      select i.contact_id, i.id, i.held_since as from_at, 'infinity'::timestamptz as until_at
      from cc_contact_identities i where i.contact_id = any(${contactIds}::uuid[])
      union all
      select t.contact_id, t.phone_id, t.from_at, t.until_at
      from cc_phone_tenures t where t.contact_id = any(${contactIds}::uuid[])) own
    cross join lateral (
      select own.id union all select f.id from cc_folded_identities f where f.kept_id = own.id) known (id)
    join cc_consent_events e on e.identity_id = known.id
      and e.occurred_at >= own.from_at and e.occurred_at < own.until_at)`
}
