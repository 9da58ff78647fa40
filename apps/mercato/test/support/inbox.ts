import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { processDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/process-deliveries'
import type supertest from 'supertest'
import { emptyTables } from './emptyTables.ts'
import { delivery, type Item } from './payloads.ts'
import type { Shop } from './shop.ts'

const CONVERSATIONS = '/api/communication_channels/conversations'

/** Meta delivers these to Acme together, and they are worked off. */
export async function receive(shop: Shop, ...items: Item[]): Promise<void> {
  expect(await shop.acme.deliver(delivery(shop.acme, items))).toBe(200)
  await shop.drain()
}

/** As `receive`, but nobody is told of it yet: what they will be told. */
export async function eventsOf(shop: Shop, ...items: Item[]): Promise<{ event: string; payload: object }[]> {
  expect(await shop.acme.deliver(delivery(shop.acme, items))).toBe(200)
  const container = shop.host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  await processDeliveries({ em, encryption, now: new Date() })
  return shop.sql('select event, payload from cc_outgoing_events order by id')
}

/** Acme's conversations as its staff see them, newest activity first. */
export async function conversationsOf(shop: Shop) {
  return (await shop.acme.agent('get', CONVERSATIONS).expect(200)).body.items
}

/** One of them, with what may be written in it: `{ conversation, policy }`. */
export async function conversationOf(shop: Shop, conversationId: string) {
  return (await shop.acme.agent('get', `${CONVERSATIONS}/${conversationId}`).expect(200)).body
}

/** The messages of one of Acme's conversations, oldest first; of the newest conversation where none is named. */
export async function threadOf(shop: Shop, conversationId?: string) {
  const id = conversationId ?? (await conversationsOf(shop))[0].id
  return (await shop.acme.agent('get', `${CONVERSATIONS}/${id}/messages`).expect(200)).body.items
}

/** What Acme's staff write in a conversation; it leaves on `drain`. */
export function answerIn(
  shop: Shop,
  conversationId: string,
  body: object,
  key: string = randomUUID(),
): supertest.Test {
  return shop.acme
    .agent('post', `${CONVERSATIONS}/${conversationId}/messages`)
    .set('idempotency-key', key)
    .send(body)
}

/** As if nobody had ever written. */
export async function emptyInbox(shop: Shop): Promise<void> {
  await emptyTables(
    shop,
    'cc_contact_decision_members',
    'cc_webhook_deliveries',
    'cc_outgoing_events',
    'cc_send_attempts',
    'cc_message_status_events',
    'cc_external_messages',
    'cc_external_conversations',
    'cc_external_contacts',
    'cc_contact_identities',
    'cc_phone_tenures',
    'cc_identity_claims',
    'cc_identity_successions',
    'cc_contact_names',
    'cc_contact_decisions',
    'cc_contact_events',
    'cc_contact_blocks',
    'cc_folded_identities',
    'cc_consent_events',
    'cc_consent_words',
    'cc_consent_heads',
    'cc_consents',
    'cc_consent_tasks',
  )
}
