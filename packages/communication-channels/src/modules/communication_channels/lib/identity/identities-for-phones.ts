import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { contactsForPhones, heldIdentities } from './contact-for-phone.ts'
import type { Realm } from './realm.ts'

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
  const held = await heldIdentities(db, realm, phones)
  return new Map(phones.map((phone) => [phone, held.get(phone)!.id]))
}
