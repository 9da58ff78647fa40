import { type Db, sql, type Timestamp } from '../db.ts'
import { ChannelError, notFound } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Member } from './evidence.ts'
import { millisecondsOf, type Realm } from './realm.ts'

export interface LiveContact {
  id: string
  realm: Realm
}

/**
 * The contact that goes on under an id: its own, or the one that it was merged into.
 *
 * @throws 404 where the organisation has none
 */
export async function findContact(db: Db, scope: Scope, id: string): Promise<LiveContact> {
  const { tenantId, organizationId } = scope
  const { rows } = await sql<{ id: string; providerKey: string }>`
    select live.id, live.provider_key as "providerKey"
    from cc_external_contacts asked
    join cc_external_contacts live on live.id = coalesce(asked.merged_into_id, asked.id)
    where asked.id = ${id} and asked.tenant_id = ${tenantId} and asked.organization_id = ${organizationId}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw notFound('contact')
  return { id: row.id, realm: { tenantId, organizationId, providerKey: row.providerKey } }
}

export interface ContactNode extends Member {
  kind: 'phone' | 'user_id'
  namespace: string
  /** Since when a phone is theirs, as `Node` has it; null for its first holder, and for a user id. */
  from: number | null
  /** Encrypted; null for what was kept before wire forms were. */
  wire: string | null
  firstAt: Timestamp
  lastAt: Timestamp
  /** Since it is not theirs any more: the number was left, or the user id is another one. */
  until: Timestamp | null
}

/** What a contact is known by, earlier numbers among it. Of a phone, `at` is when it was first seen in their hands. */
export async function nodesOf(db: Db, contactId: string): Promise<ContactNode[]> {
  const { rows } = await sql<ContactNode>`
    select i.id as "identityId", i.kind, i.namespace, i.wire,
           case when i.kind = 'phone' then ${millisecondsOf('since.at')} end as at,
           case when isfinite(i.held_since) then ${millisecondsOf('i.held_since')} end as "from",
           since.at as "firstAt", greatest(i.seen_at, paired.at) as "lastAt", i.retired_at as until
    from cc_contact_identities i
    left join lateral (
      select max(last_at) as at from cc_identity_claims where phone_id = i.id or user_id = i.id) paired on true
    cross join lateral (select greatest(i.first_seen_at, i.held_since) as at) since
    where i.contact_id = ${contactId}
    union all
    select i.id, i.kind, i.namespace, i.wire, ${millisecondsOf('since.at')},
           case when isfinite(t.from_at) then ${millisecondsOf('t.from_at')} end, since.at, t.until_at, t.until_at
    from cc_phone_tenures t join cc_contact_identities i on i.id = t.phone_id
    cross join lateral (
      select greatest(least(i.first_seen_at, t.until_at - interval '1 microsecond'), t.from_at) as at) since
    where t.contact_id = ${contactId}
    order by kind, "firstAt", "identityId"`.execute(db)
  return rows
}

/** @throws 422 for a contact that nothing is known of */
export async function membersOf(db: Db, contactId: string): Promise<Member[]> {
  const nodes = await nodesOf(db, contactId)
  if (nodes.length > 0) return nodes.map(({ identityId, at }) => ({ identityId, at }))
  throw new ChannelError(
    422,
    'contact_unknown',
    'Nothing is known by which this contact could be told from others.',
    'Wait until the customer writes.',
  )
}
