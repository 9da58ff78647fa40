import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { Fact } from './contact-facts.ts'
import type { Identity } from './resolve-identities.ts'

/** A provider's people within one organisation. */
export interface Realm extends Scope {
  providerKey: string
}

/**
 * Identities among the given values, and all others of the contacts that they lead to. Written so that each value
 * is one probe of the primary key whatever the planner believes of the table's size.
 */
export async function selectIdentities(
  db: Db,
  realm: Realm,
  values: Pick<Identity, 'kind' | 'namespace' | 'value'>[],
): Promise<Identity[]> {
  const { rows } = await sql<Omit<Identity, 'at'> & { at: Timestamp }>`
    select kind, namespace, value_hash as value, contact_id as "contactId", seen_at as at
    from cc_contact_identities
    where tenant_id = ${realm.tenantId} and organization_id = ${realm.organizationId}
      and provider_key = ${realm.providerKey}
      and contact_id = any(array(
        select found.contact_id
        from unnest(
          ${values.map((v) => v.kind)}::text[],
          ${values.map((v) => v.namespace)}::text[],
          ${values.map((v) => v.value)}::text[]) as wanted (kind, namespace, value_hash)
        cross join lateral (
          select i.contact_id from cc_contact_identities i
          where i.tenant_id = ${realm.tenantId} and i.organization_id = ${realm.organizationId}
            and i.provider_key = ${realm.providerKey} and i.kind = wanted.kind
            and i.namespace = wanted.namespace and i.value_hash = wanted.value_hash
          limit 1) found))`.execute(db)
  return rows.map((row) => ({ ...row, at: toDate(row.at) }))
}

export async function upsertIdentities(db: Db, realm: Realm, identities: Identity[]): Promise<void> {
  if (identities.length === 0) return
  await sql`
    insert into cc_contact_identities
      (tenant_id, organization_id, provider_key, kind, namespace, value_hash, contact_id, seen_at)
    select ${realm.tenantId}::uuid, ${realm.organizationId}::uuid, ${realm.providerKey}, v.*
    from unnest(
      ${identities.map((i) => i.kind)}::text[],
      ${identities.map((i) => i.namespace)}::text[],
      ${identities.map((i) => i.value)}::text[],
      ${identities.map((i) => i.contactId)}::uuid[],
      ${identities.map((i) => i.at)}::timestamptz[]) as v
    on conflict (tenant_id, organization_id, provider_key, kind, namespace, value_hash) do update
      set contact_id = excluded.contact_id, seen_at = excluded.seen_at`.execute(db)
}

/** What is to be known of a contact; the values are encrypted already. */
export interface ContactRow {
  id: string
  displayName: Fact | null
  phone: Fact | null
  userId: Fact | null
  username: Fact | null
}

export async function upsertContacts(db: Db, realm: Realm, contacts: ContactRow[]): Promise<void> {
  if (contacts.length === 0) return
  const values = (field: keyof Omit<ContactRow, 'id'>) => contacts.map((c) => c[field]?.value ?? null)
  const times = (field: keyof Omit<ContactRow, 'id'>) => contacts.map((c) => c[field]?.at ?? '-infinity')
  const newer = (field: string) => sql`
    ${sql.ref(field)} = case when excluded.${sql.ref(`${field}_at`)} > c.${sql.ref(`${field}_at`)}
      then excluded.${sql.ref(field)} else c.${sql.ref(field)} end,
    ${sql.ref(`${field}_at`)} = greatest(excluded.${sql.ref(`${field}_at`)}, c.${sql.ref(`${field}_at`)})`
  await sql`
    insert into cc_external_contacts as c
      (tenant_id, organization_id, provider_key, id, display_name, display_name_at, phone, phone_at,
       user_id, user_id_at, username, username_at)
    select ${realm.tenantId}::uuid, ${realm.organizationId}::uuid, ${realm.providerKey}, v.*
    from unnest(
      ${contacts.map((c) => c.id)}::uuid[],
      ${values('displayName')}::text[], ${times('displayName')}::timestamptz[],
      ${values('phone')}::text[], ${times('phone')}::timestamptz[],
      ${values('userId')}::text[], ${times('userId')}::timestamptz[],
      ${values('username')}::text[], ${times('username')}::timestamptz[]) as v
    on conflict (id) do update set
      ${newer('display_name')}, ${newer('phone')}, ${newer('user_id')}, ${newer('username')},
      updated_at = now()`.execute(db)
}

/** Takes the phone from contacts whose number is somebody else's now; what is learnt later counts again. */
export async function releasePhones(db: Db, releases: { contactId: string; at: Date }[]): Promise<void> {
  if (releases.length === 0) return
  await sql`
    update cc_external_contacts c set phone = null, phone_at = r.at, updated_at = now()
    from unnest(${releases.map((r) => r.contactId)}::uuid[], ${releases.map((r) => r.at)}::timestamptz[])
      as r (contact_id, at)
    where c.id = r.contact_id and c.phone_at <= r.at`.execute(db)
}

/**
 * Makes two contacts one. Their threads on the same channel become one thread, messages and all; the window is
 * the later one. Their threads are locked first, so that a message which is being queued is in its thread before
 * the thread's messages move, or finds the thread gone. Returns the conversations that changed, whose summaries
 * are to be worked out anew.
 */
export async function mergeContacts(db: Db, survivor: string, absorbed: string): Promise<string[]> {
  await sql`
    select id from cc_external_conversations where contact_id in (${survivor}, ${absorbed})
    order by id for update`.execute(db)
  const { rows: pairs } = await sql<{ kept: string; gone: string }>`
    select kept.id as kept, gone.id as gone
    from cc_external_conversations gone
    join cc_external_conversations kept on kept.channel_id = gone.channel_id and kept.contact_id = ${survivor}
    where gone.contact_id = ${absorbed}`.execute(db)
  for (const { kept, gone } of pairs) {
    await sql`update cc_external_messages set conversation_id = ${kept} where conversation_id = ${gone}`.execute(
      db,
    )
    await sql`
      update cc_external_conversations kept set
        conversation_window_expires_at =
          greatest(kept.conversation_window_expires_at, gone.conversation_window_expires_at),
        last_inbound_at = greatest(kept.last_inbound_at, gone.last_inbound_at)
      from cc_external_conversations gone where kept.id = ${kept} and gone.id = ${gone}`.execute(db)
    await sql`delete from cc_external_conversations where id = ${gone}`.execute(db)
  }
  const { rows: moved } = await sql<{ id: string }>`
    update cc_external_conversations set contact_id = ${survivor} where contact_id = ${absorbed}
    returning id`.execute(db)
  await sql`update cc_contact_identities set contact_id = ${survivor} where contact_id = ${absorbed}`.execute(
    db,
  )
  const newer = (field: string) => sql`
    ${sql.ref(field)} = case when gone.${sql.ref(`${field}_at`)} > kept.${sql.ref(`${field}_at`)}
      then gone.${sql.ref(field)} else kept.${sql.ref(field)} end,
    ${sql.ref(`${field}_at`)} = greatest(gone.${sql.ref(`${field}_at`)}, kept.${sql.ref(`${field}_at`)})`
  await sql`
    update cc_external_contacts kept set
      ${newer('display_name')}, ${newer('phone')}, ${newer('user_id')}, ${newer('username')}, updated_at = now()
    from cc_external_contacts gone where kept.id = ${survivor} and gone.id = ${absorbed}`.execute(db)
  await sql`delete from cc_external_contacts where id = ${absorbed}`.execute(db)
  return [...pairs.map((pair) => pair.kept), ...moved.map((row) => row.id)]
}
