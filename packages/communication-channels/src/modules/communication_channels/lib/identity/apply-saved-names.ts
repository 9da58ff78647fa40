import { type Db, sql } from '../db.ts'
import type { NameEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Placed } from '../ingest/place-events.ts'
import { addNames, type ToldName } from './add-names.ts'
import { selectIdentities } from './known-identities.ts'
import type { Realm } from './realm.ts'
import { refreshContacts } from './refresh-contacts.ts'
import { nameOf, seenPhone } from './sighting.ts'

/**
 * The names in the business's own address book, for people whom we know by that phone; of anybody else nothing is kept.
 * A name that somebody goes by themselves is shown before one that was given to them.
 *
 * @returns the conversations whose contact is shown by another name
 */
export async function applySavedNames(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  names: Placed<NameEvent>[],
): Promise<string[]> {
  if (names.length === 0) return []
  const saved = names.map(({ event }) => ({ event, phone: seenPhone(realm.tenantId, event.phone) }))
  const known = await selectIdentities(
    db,
    realm,
    saved.map(({ phone }) => phone),
  )
  const told = new Map<string, ToldName>()
  for (const { event, phone } of saved) {
    const identity = known.get(phone.key)
    if (!identity?.contactId) continue
    const name = nameOf(realm.tenantId, 'saved_name', event.name)
    const key = `${identity.id}|${name.hash}`
    const before = told.get(key)
    const { savedAt } = event
    told.set(key, {
      identityId: identity.id,
      name,
      first: before && before.first < savedAt ? before.first : savedAt,
      last: before && before.last > savedAt ? before.last : savedAt,
    })
  }
  const { renamed } = await addNames(db, encryption, realm, [...told.values()])
  const contactOf = new Map([...known.values()].map(({ id, contactId }) => [id, contactId]))
  const contactIds = renamed.flatMap((id) => contactOf.get(id) ?? [])
  await refreshContacts(db, contactIds)
  const { rows } = await sql<{ id: string }>`
    select id from cc_external_conversations
    where contact_id = any(${contactIds}::uuid[]) and merged_into_id is null`.execute(db)
  return rows.map(({ id }) => id)
}
