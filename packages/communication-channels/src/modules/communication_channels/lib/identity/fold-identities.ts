import { type Db, sql } from '../db.ts'

/** The contacts that identities had beside their own, by the identity that stays. */
export type Folded = Map<string, Set<string>>

interface Pair {
  kept: { id: string }
  gone: { id: string; contactId: string | null }
}

/**
 * Makes one of two rows that turned out to be one identity: another spelling of a phone, or a user id that two accounts
 * of one portfolio told. All that is known of either is known of the one that stays. Whose it is then, is sorted out by
 * the caller.
 */
export async function foldIdentities(db: Db, pairs: Pair[]): Promise<Folded> {
  const folded: Folded = new Map()
  if (pairs.length === 0) return folded
  const pair = sql`unnest(${pairs.map((p) => p.kept.id)}::uuid[], ${pairs.map((p) => p.gone.id)}::uuid[])
    as pair (kept, gone)`
  const gone = pairs.map((p) => p.gone.id)
  await sql`
    insert into cc_identity_claims as c (phone_id, user_id, first_at, last_at)
    select coalesce(phone.kept, old.phone_id), coalesce(usr.kept, old.user_id), min(old.first_at), max(old.last_at)
    from cc_identity_claims old
    left join lateral (select kept from ${pair} where gone = old.phone_id) phone on true
    left join lateral (select kept from ${pair} where gone = old.user_id) usr on true
    where old.phone_id = any(${gone}::uuid[]) or old.user_id = any(${gone}::uuid[])
    group by 1, 2
    on conflict (phone_id, user_id) do update
      set first_at = least(c.first_at, excluded.first_at), last_at = greatest(c.last_at, excluded.last_at)`.execute(
    db,
  )
  await sql`delete from cc_identity_claims where phone_id = any(${gone}::uuid[]) or user_id = any(${gone}::uuid[])`.execute(
    db,
  )
  await foldSuccessions(db, pair, gone)
  await sql`
    insert into cc_contact_names as n (identity_id, kind, value_hash, value, first_at, last_at)
    select pair.kept, old.kind, old.value_hash, old.value, old.first_at, old.last_at
    from ${pair} join cc_contact_names old on old.identity_id = pair.gone
    on conflict (identity_id, kind, value_hash) do update
      set first_at = least(n.first_at, excluded.first_at), last_at = greatest(n.last_at, excluded.last_at)`.execute(
    db,
  )
  await sql`delete from cc_contact_names where identity_id = any(${gone}::uuid[])`.execute(db)
  await foldDecisions(db, pair, gone)
  await foldRows(db, pair, gone, folded)
  for (const { kept, gone: row } of pairs) if (row.contactId) add(folded, kept.id, row.contactId)
  return folded
}

async function foldSuccessions(db: Db, pair: ReturnType<typeof sql>, gone: string[]): Promise<void> {
  await sql`
    insert into cc_identity_successions as s (from_id, to_id, at, delivery_id)
    select distinct on (1, 2) coalesce(former.kept, old.from_id), coalesce(now.kept, old.to_id), old.at,
           old.delivery_id
    from cc_identity_successions old
    left join lateral (select kept from ${pair} where gone = old.from_id) former on true
    left join lateral (select kept from ${pair} where gone = old.to_id) now on true
    where (old.from_id = any(${gone}::uuid[]) or old.to_id = any(${gone}::uuid[]))
      and coalesce(former.kept, old.from_id) <> coalesce(now.kept, old.to_id)
    order by 1, 2, old.at
    on conflict (from_id, to_id) do update set at = least(s.at, excluded.at)`.execute(db)
  await sql`delete from cc_identity_successions where from_id = any(${gone}::uuid[]) or to_id = any(${gone}::uuid[])`.execute(
    db,
  )
}

async function foldDecisions(db: Db, pair: ReturnType<typeof sql>, gone: string[]): Promise<void> {
  await sql`
    insert into cc_contact_decision_members (decision_id, side, identity_id, at)
    select old.decision_id, old.side, pair.kept, old.at
    from ${pair} join cc_contact_decision_members old on old.identity_id = pair.gone
    on conflict do nothing`.execute(db)
  await sql`delete from cc_contact_decision_members where identity_id = any(${gone}::uuid[])`.execute(db)
}

async function foldRows(db: Db, pair: ReturnType<typeof sql>, gone: string[], folded: Folded): Promise<void> {
  const { rows: tenures } = await sql<{ kept: string; contactId: string }>`
    select pair.kept, t.contact_id as "contactId" from ${pair}
    join cc_phone_tenures t on t.phone_id = pair.gone where t.contact_id is not null`.execute(db)
  for (const { kept, contactId } of tenures) add(folded, kept, contactId)
  await sql`
    update cc_external_messages m set identity_id = pair.kept
    from ${pair}
    join cc_external_conversations v on v.contact_id in (
      select contact_id from cc_contact_identities where id = pair.gone
      union select contact_id from cc_phone_tenures where phone_id = pair.gone)
    where m.conversation_id = v.id and m.identity_id = pair.gone`.execute(db)
  await sql`
    update cc_contact_blocks b set identity_id = pair.kept from ${pair} where b.identity_id = pair.gone`.execute(
    db,
  )
  await sql`delete from cc_phone_tenures where phone_id = any(${gone}::uuid[])`.execute(db)
  await sql`
    update cc_contact_identities i
    set first_seen_at = least(i.first_seen_at, old.first_seen_at), seen_at = greatest(i.seen_at, old.seen_at),
        wire = coalesce(i.wire, old.wire)
    from ${pair} join cc_contact_identities old on old.id = pair.gone
    where i.id = pair.kept`.execute(db)
  await sql`delete from cc_contact_identities where id = any(${gone}::uuid[])`.execute(db)
  await rememberFolded(db, pair)
}

/** The consent ledger goes on naming the one that is gone. */
async function rememberFolded(db: Db, pair: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update cc_folded_identities f set kept_id = pair.kept from ${pair} where f.kept_id = pair.gone`.execute(
    db,
  )
  await sql`
    insert into cc_folded_identities (id, kept_id) select gone, kept from ${pair}
    on conflict (id) do update set kept_id = excluded.kept_id`.execute(db)
}

function add(folded: Folded, identityId: string, contactId: string): void {
  const known = folded.get(identityId)
  if (known) known.add(contactId)
  else folded.set(identityId, new Set([contactId]))
}
