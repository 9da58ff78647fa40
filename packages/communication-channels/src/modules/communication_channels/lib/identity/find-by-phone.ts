import { listChannels } from '../channels/list-channels.ts'
import type { Db } from '../db.ts'
import { sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import type { ContactSummary } from './contact-view.ts'
import { homeRegion, readPhone } from './phone-key.ts'
import { selectSummary } from './show-contact.ts'
import { seenPhone } from './sighting.ts'

/** The contacts who have exactly this number now, in whichever of its spellings: one a provider at most. */
export async function findByPhone(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  text: string,
): Promise<ContactSummary[]> {
  const channels = await listChannels(db, scope)
  const region = homeRegion(channels.map(({ address }) => address))
  const phone = readPhone(text, region) ?? readPhone(`+${text}`, null)
  if (phone === null) return []
  const { hash, formerHashes } = seenPhone(scope.tenantId, phone)
  const { rows } = await sql<{ id: string }>`
    select distinct contact_id as id from cc_contact_identities
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId} and kind = 'phone'
      and namespace = '' and value_hash = any(${[hash, ...formerHashes]}::text[]) and contact_id is not null`.execute(
    db,
  )
  return Promise.all(rows.map(({ id }) => selectSummary(db, encryption, scope, id)))
}
