import { randomUUIDv7 } from 'node:crypto'
import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { exactHash } from '../exact-hash.ts'
import { type ContactFacts, learn, NO_FACTS } from '../identity/contact-facts.ts'
import {
  type ContactRow,
  mergeContacts,
  type Realm,
  releasePhones,
  selectIdentities,
  upsertContacts,
  upsertIdentities,
} from '../identity/contact-statements.ts'
import { type Identity, resolveIdentities, type Sighting } from '../identity/resolve-identities.ts'
import type { PlacedMessage } from './message-row.ts'

export interface AppliedContacts {
  contactIdOf: Map<PlacedMessage, string>
  /** Threads changed by merging contacts. */
  changedConversations: string[]
}

/**
 * Finds or makes the contact of every message. One tenant's people are sorted out by one worker at a time (an
 * advisory lock until the transaction ends), so that two of them cannot make two contacts of one person.
 */
export async function applyContacts(
  db: Db,
  encryption: TenantEncryptionService,
  messages: PlacedMessage[],
): Promise<AppliedContacts> {
  const applied: AppliedContacts = { contactIdOf: new Map(), changedConversations: [] }
  const realms = Map.groupBy(messages, ({ channel }) =>
    [channel.tenantId, channel.organizationId, channel.providerKey].join('|'),
  )
  for (const key of [...realms.keys()].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cc_contacts|${key}`}, 0))`.execute(db)
    await applyRealm(db, encryption, realms.get(key)!, applied)
  }
  return applied
}

async function applyRealm(
  db: Db,
  encryption: TenantEncryptionService,
  messages: PlacedMessage[],
  applied: AppliedContacts,
): Promise<void> {
  const { tenantId, organizationId, providerKey } = messages[0]!.channel
  const realm: Realm = { tenantId, organizationId, providerKey }
  const sightings = messages.map((message) => sightingOf(message, tenantId))
  const known = await selectIdentities(db, realm, valuesOf(sightings))
  const resolution = resolveIdentities(sightings, known, randomUUIDv7)

  await releasePhones(db, resolution.releases)
  const facts = new Map<string, ContactFacts>()
  messages.forEach((message, index) => {
    const contactId = resolution.contactIds[index]!
    applied.contactIdOf.set(message, contactId)
    const { contact, sentAt } = message.event
    const phone = resolution.ownsPhone[index] ? contact.phone : null
    facts.set(contactId, learn(facts.get(contactId) ?? NO_FACTS, { ...contact, phone }, sentAt))
  })
  const rows = [...facts].map(([id, known]) => encryptContact(encryption, realm, id, known))
  await upsertContacts(db, realm, await Promise.all(rows))
  // After the survivors are there, new ones too: they inherit what was known of the absorbed.
  for (const { survivor, absorbed } of resolution.merges) {
    applied.changedConversations.push(...(await mergeContacts(db, survivor, absorbed)))
  }
  await upsertIdentities(db, realm, resolution.changed)
}

function sightingOf({ event, channel }: PlacedMessage, tenantId: string): Sighting {
  const { phone, userId } = event.contact
  return {
    phone: phone && phoneHash(tenantId, phone),
    userId: userId && exactHash(userId, `${tenantId}:user_id`),
    namespace: channel.accountIdentifier ?? channel.id,
    at: event.sentAt,
  }
}

/** Finds a contact by phone without reading anybody's: the stored phones are encrypted at random. */
export function phoneHash(tenantId: string, phone: string): string {
  return hashForLookup(phone, `${tenantId}:phone`)
}

/** Each once: in a batch most people are seen more than once. */
function valuesOf(sightings: Sighting[]): Pick<Identity, 'kind' | 'namespace' | 'value'>[] {
  const phones = new Map<string, Pick<Identity, 'kind' | 'namespace' | 'value'>>()
  const userIds = new Map<string, Pick<Identity, 'kind' | 'namespace' | 'value'>>()
  for (const { phone, userId, namespace } of sightings) {
    if (phone) phones.set(phone, { kind: 'phone', namespace: '', value: phone })
    if (userId) userIds.set(`${namespace}|${userId}`, { kind: 'user_id', namespace, value: userId })
  }
  return [...phones.values(), ...userIds.values()]
}

async function encryptContact(
  encryption: TenantEncryptionService,
  realm: Realm,
  id: string,
  facts: ContactFacts,
): Promise<ContactRow> {
  const encrypted = await encryption.encryptEntityPayload(
    'communication_channels:external_contact',
    {
      display_name: facts.displayName?.value ?? null,
      phone: facts.phone?.value ?? null,
      user_id: facts.userId?.value ?? null,
      username: facts.username?.value ?? null,
    },
    realm.tenantId,
    realm.organizationId,
  )
  const sealed = (fact: ContactFacts['phone'], column: string) =>
    fact && { at: fact.at, value: String(encrypted[column]) }
  return {
    id,
    displayName: sealed(facts.displayName, 'display_name'),
    phone: sealed(facts.phone, 'phone'),
    userId: sealed(facts.userId, 'user_id'),
    username: sealed(facts.username, 'username'),
  }
}
