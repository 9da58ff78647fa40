import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { applySightings } from './apply-sightings.ts'
import { selectIdentities } from './known-identities.ts'
import { holdRealm, type Realm } from './realm.ts'
import { identityKey, type Seen, type Sighting, seenPhone } from './sighting.ts'

/**
 * The contact who has a number now, made where nobody is known to. Within a transaction: the realm is held until its end.
 *
 * @param phone international, with a leading plus (`readPhone`)
 */
export async function contactForPhone(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  phone: string,
  now: Date,
): Promise<string> {
  return (await contactsForPhones(db, encryption, realm, [phone], now)).get(phone)!
}

/** As `contactForPhone`, for many at once: the contact of each. */
export async function contactsForPhones(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  phones: string[],
  now: Date,
): Promise<Map<string, string>> {
  await holdRealm(db, realm)
  const contacts = await knownContacts(db, realm, phones)
  const strangers = new Map(
    phones
      .filter((phone) => !contacts.has(phone))
      .map((phone) => [phone, sightingOf(seenPhone(realm.tenantId, phone), now)]),
  )
  if (strangers.size === 0) return contacts
  const sightings = [...strangers.values()]
  const { filed } = await applySightings(db, encryption, realm, sightings, new Set(sightings))
  for (const [phone, sighting] of strangers) contacts.set(phone, filed.get(sighting)!.contactId)
  return contacts
}

/** Of those phones that somebody is known to have, the contact. */
export async function knownContacts(db: Db, realm: Realm, phones: string[]): Promise<Map<string, string>> {
  const held = await heldIdentities(db, realm, phones)
  return new Map([...held].map(([phone, { contactId }]) => [phone, contactId]))
}

/** Of those phones that somebody is known to have, in whichever of their spellings, the identity. */
export async function heldIdentities(
  db: Db,
  realm: Realm,
  phones: string[],
): Promise<Map<string, { id: string; contactId: string }>> {
  const spellings = new Map(phones.map((phone) => [phone, spellingsIn(seenPhone(realm.tenantId, phone))]))
  const known = await selectIdentities(db, realm, [...spellings.values()].flat())
  const held = new Map<string, { id: string; contactId: string }>()
  for (const [phone, seen] of spellings) {
    const one = seen.map(({ key }) => known.get(key)).find((identity) => identity?.contactId)
    if (one?.contactId) held.set(phone, { id: one.id, contactId: one.contactId })
  }
  return held
}

function spellingsIn(seen: Seen): Seen[] {
  const former = seen.formerHashes.map((hash) => ({ ...seen, hash, key: identityKey({ ...seen, hash }) }))
  return [seen, ...former]
}

function sightingOf(phone: Seen, at: Date): Sighting {
  const nobodyElse = { user: null, formerPhone: null, formerUser: null }
  return { phone, ...nobodyElse, names: [], at, deliveryId: null }
}
