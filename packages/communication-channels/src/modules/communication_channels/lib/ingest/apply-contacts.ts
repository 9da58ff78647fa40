import type { Db } from '../db.ts'
import type { DeliveryEvent, NameEvent, StatusEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ConversationEvent } from '../events/record-events.ts'
import { applySavedNames } from '../identity/apply-saved-names.ts'
import { applySightings, type Filed } from '../identity/apply-sightings.ts'
import { changedThreads } from '../identity/changed-threads.ts'
import { namespaceOf } from '../identity/namespace.ts'
import { holdRealm, type Realm } from '../identity/realm.ts'
import { type Sighting, sightingReader } from '../identity/sighting.ts'
import type { PlacedMessage } from './message-row.ts'
import type { Placed } from './place-events.ts'

export interface AppliedContacts {
  filed: Map<PlacedMessage, Filed>
  /** Whoever shows threads that moved with their people, or whose people have another name, reads them again. */
  events: ConversationEvent[]
}

export interface WhoIsTold {
  messages: PlacedMessage[]
  statuses: Placed<StatusEvent>[]
  names: Placed<NameEvent>[]
}

/**
 * Finds or makes the contact of every message, and learns from all that names people. One realm's people are sorted out
 * by one worker at a time, until its transaction ends, so that two of them cannot make two contacts of one person.
 */
export async function applyContacts(
  db: Db,
  encryption: TenantEncryptionService,
  told: WhoIsTold,
): Promise<AppliedContacts> {
  const applied: AppliedContacts = { filed: new Map(), events: [] }
  const telling = { ...told, statuses: told.statuses.filter(({ event }) => teaches(event)) }
  // Also for reports that teach nothing: two batches with reports about the same messages would wait in a circle.
  const all = [...told.messages, ...told.statuses, ...told.names]
  for (const [key, realm] of [...new Map(all.map((placed) => [realmKey(placed), realmOf(placed)]))].sort()) {
    await holdRealm(db, realm)
    const within = <P extends Placed<DeliveryEvent>>(events: P[]) =>
      events.filter((placed) => realmKey(placed) === key)
    const own = {
      messages: within(telling.messages),
      statuses: within(telling.statuses),
      names: within(telling.names),
    }
    await applyRealm(db, encryption, realm, own, applied)
  }
  return applied
}

/** A phone alone, or a user id alone, says nothing that the message did not. In a group it is about the group. */
function teaches({ contact, participant }: StatusEvent): boolean {
  if (!contact || participant !== null) return false
  return contact.userId !== null && (contact.phone !== null || contact.username !== null)
}

async function applyRealm(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  { messages, statuses, names }: WhoIsTold,
  applied: AppliedContacts,
): Promise<void> {
  const read = sightingReader(realm.tenantId)
  const seen = new Map<PlacedMessage, Sighting>()
  for (const message of messages) {
    const { event, channel, deliveryId } = message
    const { contact, formerly = null, sentAt } = event
    seen.set(message, read(namespaceOf(channel), { contact, formerly, at: sentAt, deliveryId }))
  }
  const taught = statuses.map(({ event, channel, deliveryId }) =>
    read(namespaceOf(channel), {
      contact: event.contact!,
      formerly: null,
      at: event.occurredAt,
      deliveryId,
    }),
  )
  const filings = new Set(seen.values())
  const { filed, changedConversations } = await applySightings(
    db,
    encryption,
    realm,
    [...filings, ...taught],
    filings,
  )
  for (const [message, sighting] of seen) applied.filed.set(message, filed.get(sighting)!)
  const renamed = await applySavedNames(db, encryption, realm, names)
  applied.events.push(...(await changedThreads(db, realm, [...changedConversations, ...renamed])))
}

function realmKey({ channel }: Placed<DeliveryEvent>): string {
  return [channel.tenantId, channel.organizationId, channel.providerKey].join('|')
}

function realmOf({ channel: { tenantId, organizationId, providerKey } }: Placed<DeliveryEvent>): Realm {
  return { tenantId, organizationId, providerKey }
}
