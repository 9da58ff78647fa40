import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { applySightings } from './apply-sightings.ts'
import { selectIdentities } from './known-identities.ts'
import { holdRealm, type Realm } from './realm.ts'
import { type Sighting, seenPhone } from './sighting.ts'

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
  await holdRealm(db, realm)
  const seen = seenPhone(realm.tenantId, phone)
  const known = await selectIdentities(db, realm, [
    seen,
    ...seen.formerHashes.map((hash) => ({ ...seen, hash })),
  ])
  const holder = known.get(seen.key)?.contactId ?? [...known.values()][0]?.contactId
  if (holder) return holder
  const sighting: Sighting = {
    phone: seen,
    user: null,
    names: [],
    formerPhone: null,
    formerUser: null,
    at: now,
    deliveryId: null,
  }
  const { filed } = await applySightings(db, encryption, realm, [sighting], new Set([sighting]))
  return filed.get(sighting)!.contactId
}
