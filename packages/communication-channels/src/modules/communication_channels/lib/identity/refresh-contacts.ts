import { type Db, sql } from '../db.ts'

/**
 * What is shown of contacts, as it follows from their identities: the newest of their numbers and user ids, and the names
 * that they last went by. A number that is somebody else's by now is not shown any more, and no answer goes there.
 */
export async function refreshContacts(db: Db, contactIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(contactIds)].sort()
  if (ids.length === 0) return
  await sql`
    update cc_external_contacts c
    set phone = phone.wire, user_id = usr.wire, display_name = display.value, username = nick.value,
        updated_at = now()
    from unnest(${ids}::uuid[]) as wanted (id)
    left join lateral (
      select i.wire from cc_contact_identities i
      where i.contact_id = wanted.id and i.kind = 'phone'
      order by i.first_seen_at desc, i.value_hash desc limit 1) phone on true
    left join lateral (
      select i.wire from cc_contact_identities i
      where i.contact_id = wanted.id and i.kind = 'user_id'
      order by i.retired_at is null desc, i.first_seen_at desc, i.namespace desc, i.value_hash desc limit 1) usr on true
    left join lateral (
      select n.value from ${namesOf} n where n.kind in ('display_name', 'saved_name')
      order by n.kind = 'display_name' desc, n.last_at desc, n.value_hash desc limit 1) display on true
    left join lateral (
      select n.value from ${namesOf} n where n.kind = 'username'
      order by n.last_at desc, n.value_hash desc limit 1) nick on true
    where c.id = wanted.id`.execute(db)
}

/**
 * Under a phone alone, a name is that of whoever held it when it was last heard. Each identity's names are a probe of the
 * primary key, whatever the planner believes of the table's size.
 */
const namesOf = sql`(
  select n.* from cc_contact_identities i cross join lateral ${namesUnder(sql`i.id`)} n
  where i.contact_id = wanted.id and n.last_at >= i.held_since
  union all
  select n.* from cc_phone_tenures t cross join lateral ${namesUnder(sql`t.phone_id`)} n
  where t.contact_id = wanted.id and n.last_at >= t.from_at and n.last_at < t.until_at)`

function namesUnder(identityId: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`(
    select kind, value, value_hash, last_at from cc_contact_names where identity_id = ${identityId} offset 0)`
}
