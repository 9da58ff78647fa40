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

/**
 * Who has or had which identity, from when until when, of all tenants: whoever reads from it says whose, or which. A phone
 * goes from one to the next; a user id is one person's for ever.
 */
export const HOLDINGS = sql`(
  select contact_id, id as identity_id, held_since as from_at, 'infinity'::timestamptz as until_at
  from cc_contact_identities
  union all
  select contact_id, phone_id, from_at, until_at from cc_phone_tenures)`

/** @returns the contact of each, in their order; null where nobody is known to have had the identity then */
export async function holdersOf(db: Db, sayings: Saying[]): Promise<(string | null)[]> {
  if (sayings.length === 0) return []
  const { rows } = await sql<{ contactId: string | null }>`
    select own.contact_id as "contactId"
    from unnest(
      ${plainArray(sayings.map(({ identityId }) => identityId))}::uuid[],
      ${plainArray(sayings.map(({ occurredAt }) => tellable(occurredAt)))}::timestamptz[])
      with ordinality as s (identity_id, at, nth)
    left join cc_folded_identities f on f.id = s.identity_id
    left join ${HOLDINGS} own on own.identity_id = coalesce(f.kept_id, s.identity_id)
      and s.at >= own.from_at and s.at < own.until_at
    order by s.nth`.execute(db)
  return rows.map(({ contactId }) => contactId)
}

/** Null where it is no time that we ever wrote: nobody knows who it was then. */
function tellable(at: Date): Date | null {
  const year = at.getUTCFullYear()
  return year >= 1 && year <= 9999 ? at : null
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
    select own.contact_id, e.* from ${HOLDINGS} own
    cross join lateral (
      select own.identity_id
      union all
      select f.id from cc_folded_identities f where f.kept_id = own.identity_id) known (id)
    join cc_consent_events e on e.identity_id = known.id
      and e.occurred_at >= own.from_at and e.occurred_at < own.until_at
    where own.contact_id = any(${contactIds}::uuid[]))`
}
