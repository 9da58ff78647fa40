import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { contactsForPhones } from './contact-for-phone.ts'
import { selectIdentities } from './known-identities.ts'
import type { Realm } from './realm.ts'
import { identityKey, seenPhone } from './sighting.ts'

/**
 * Under what those who have these numbers are known, made where nobody is. Within a transaction: the realm is held until
 * its end.
 *
 * @param phones international, with a leading plus (`readPhone`)
 */
export async function identitiesForPhones(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  phones: string[],
  now: Date,
): Promise<Map<string, string>> {
  await contactsForPhones(db, encryption, realm, phones, now)
  const seen = new Map(phones.map((phone) => [phone, seenPhone(realm.tenantId, phone)]))
  const spellings = [...seen.values()].flatMap((one) =>
    [one.hash, ...one.formerHashes].map((hash) => ({ kind: one.kind, namespace: one.namespace, hash })),
  )
  const known = await selectIdentities(db, realm, spellings)
  return new Map(
    [...seen].map(([phone, one]) => {
      const keys = [one.hash, ...one.formerHashes].map((hash) => identityKey({ ...one, hash }))
      const found = keys.map((key) => known.get(key)).find((identity) => identity?.contactId)
      return [phone, found!.id] as const
    }),
  )
}
