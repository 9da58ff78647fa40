import { restateConsents } from '../consent/restate-consents.ts'
import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import { changedThreads } from './changed-threads.ts'
import { addContactEvents, settledEvents } from './contact-events.ts'
import { foldIdentities } from './fold-identities.ts'
import type { Realm } from './realm.ts'
import { refreshContacts } from './refresh-contacts.ts'
import { settlePeople } from './settle-people.ts'

interface Row {
  id: string
  contactId: string | null
  hash: string
}

/**
 * The user ids of an account are its portfolio's, now that it is known. Whoever two of its accounts knew turns out to be
 * one person. The realm is held by the caller.
 */
export async function rekeyNamespace(
  db: Db,
  realm: Realm,
  from: string,
  to: string,
  now: Date,
): Promise<void> {
  const old = await selectUsers(db, realm, from)
  const known = new Map((await selectUsers(db, realm, to)).map((row) => [row.hash, row]))
  const pairs = old.flatMap((gone) => {
    const kept = known.get(gone.hash)
    return kept ? [{ kept, gone }] : []
  })
  const renamed = old.filter(({ hash }) => !known.has(hash)).map(({ id }) => id)
  await sql`
    update cc_contact_identities set namespace = ${to} where id = any(${renamed}::uuid[])`.execute(db)
  const folded = await foldIdentities(db, pairs)
  const touched = [...(await withCompany(db, renamed)), ...pairs.map(({ kept }) => kept.id)]
  const settled = await settlePeople(db, realm, new Set(touched), [], folded)
  await refreshContacts(db, settled.contactIds)
  await restateConsents(db, settled.contactIds)
  const cause = { reason: 'portfolio_learnt', at: now.getTime() }
  await addContactEvents(db, realm, settledEvents(settled, cause))
  await recordEvents(db, await changedThreads(db, realm, settled.changedConversations))
}

/** Those of whom it is news that they share a namespace with somebody: who have anything to do with another user id. */
async function withCompany(db: Db, userIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from cc_contact_identities i
    where i.id = any(${userIds}::uuid[]) and (
      exists (select 1 from cc_identity_claims own
              join cc_identity_claims other on other.phone_id = own.phone_id and other.user_id <> own.user_id
              where own.user_id = i.id)
      or exists (select 1 from cc_contact_identities other
                 where other.contact_id = i.contact_id and other.kind = 'user_id' and other.id <> i.id))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

async function selectUsers(db: Db, realm: Realm, namespace: string): Promise<Row[]> {
  const { tenantId, organizationId, providerKey } = realm
  const { rows } = await sql<Row>`
    select id, contact_id as "contactId", value_hash as hash from cc_contact_identities
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and provider_key = ${providerKey}
      and kind = 'user_id' and namespace = ${namespace}`.execute(db)
  return rows
}
