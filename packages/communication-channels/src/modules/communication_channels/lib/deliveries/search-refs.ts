import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import { exactHash } from '../exact-hash.ts'
import { homeRegion, readPhone } from '../identity/phone-key.ts'
import { seenPhone } from '../identity/sighting.ts'
import { identityRef, messageRef } from '../ingest/delivery-refs.ts'
import type { Scope } from '../scope.ts'

/**
 * What a search box may mean, as what deliveries are found by: a message of the provider or of ours, a contact with all
 * that it is and was known by, a phone however it is written, a person's user id.
 */
export async function searchRefs(db: Db, scope: Scope, search: string): Promise<bigint[]> {
  if (z.uuid().safeParse(search).success) {
    return [...(await refsOfMessage(db, scope, search)), ...(await refsOfContact(db, scope, search))]
  }
  const { tenantId } = scope
  return [
    messageRef(tenantId, search),
    identityRef(tenantId, { kind: 'user_id', valueHash: exactHash(search, `${tenantId}:user_id`) }),
    ...(await refsOfPhone(db, scope, search)),
  ]
}

async function refsOfPhone(db: Db, { tenantId, organizationId }: Scope, text: string): Promise<bigint[]> {
  if (!/^[+\d\s()./-]+$/.test(text)) return []
  const { rows } = await sql<{ address: string | null }>`
    select distinct address from cc_communication_channels
    where tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  const region = homeRegion(rows.map(({ address }) => address))
  const phone = readPhone(text, region) ?? readPhone(`+${text}`, null)
  if (phone === null) return []
  const { hash, formerHashes } = seenPhone(tenantId, phone)
  return [hash, ...formerHashes].map((valueHash) => identityRef(tenantId, { kind: 'phone', valueHash }))
}

async function refsOfMessage(db: Db, { tenantId, organizationId }: Scope, id: string): Promise<bigint[]> {
  const { rows } = await sql<{ externalId: string }>`
    select external_message_id as "externalId" from cc_external_messages
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and external_message_id is not null`.execute(db)
  return rows.map(({ externalId }) => messageRef(tenantId, externalId))
}

/** Of the contact and of all that were merged into it, numbers that are not theirs any more among them. */
async function refsOfContact(db: Db, { tenantId, organizationId }: Scope, id: string): Promise<bigint[]> {
  const { rows } = await sql<{ kind: 'phone' | 'user_id'; valueHash: string }>`
    with live as (
      select coalesce(merged_into_id, id) as id from cc_external_contacts
      where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
    ), theirs as (
      select i.id from live join cc_contact_identities i on i.contact_id = live.id
      union
      select t.phone_id from live join cc_phone_tenures t on t.contact_id = live.id
    )
    select i.kind, i.value_hash as "valueHash" from theirs join cc_contact_identities i using (id)`.execute(
    db,
  )
  return rows.map((identity) => identityRef(tenantId, identity))
}
