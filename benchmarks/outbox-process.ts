// The product without workers, for staff to write in, and with an outbox that is full: `BACKLOG` messages of a batch wait
// for as many people of the first number, all within their window.
import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { person } from './parts/deliveries.ts'
import { serveProduct } from './parts/product.ts'
import { given, onStop, say } from './parts/within-child.ts'

export interface FilledOutbox {
  /** Threads in which nothing waits. */
  staffConversations: string[]
}

const BACKLOG = Number(given('BACKLOG'))
const STAFF_THREADS = 200
const AT_ONCE = 1_000
const number = defaultAccounts[0]!.numbers[0]!

const { host, stop } = await serveProduct()
onStop(stop)
const container = host.createContainer()
const em = container.resolve<EntityManager>('em')
const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
const [channel] = await em.execute<{ id: string; tenantId: string; organizationId: string }[]>(
  `select id, tenant_id as "tenantId", organization_id as "organizationId" from cc_communication_channels
   where external_identifier = ?`,
  [number.id],
)
const { id: channelId, tenantId, organizationId } = channel!
await em.execute(
  `insert into cc_settings (tenant_id, organization_id, automatic_per_minute) values (?, ?, 100000)
   on conflict (tenant_id, organization_id) do update set automatic_per_minute = 100000`,
  [tenantId, organizationId],
)
const staffConversations = await addPeople(0, STAFF_THREADS)
for (let added = 0; added < BACKLOG; added += AT_ONCE) {
  await addMessages(await addPeople(STAFF_THREADS + added, Math.min(AT_ONCE, BACKLOG - added)))
}
await em.execute('vacuum analyze')
say({ staffConversations } satisfies FilledOutbox)

async function addPeople(from: number, count: number): Promise<string[]> {
  const people = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const sealed = await seal('external_contact', { phone: `+${person(from + index).phone}` })
      return { contactId: randomUUIDv7(), conversationId: randomUUIDv7(), phone: sealed.phone }
    }),
  )
  const rows = JSON.stringify(people)
  await em.execute(
    `insert into cc_external_contacts (id, tenant_id, organization_id, provider_key, phone)
     select "contactId", ?, ?, 'whatsapp', phone
     from jsonb_to_recordset(?::jsonb) as p ("contactId" uuid, phone text)`,
    [tenantId, organizationId, rows],
  )
  await em.execute(
    `insert into cc_external_conversations
       (id, tenant_id, organization_id, channel_id, contact_id, conversation_window_expires_at)
     select "conversationId", ?, ?, ?, "contactId", now() + interval '23 hours'
     from jsonb_to_recordset(?::jsonb) as p ("contactId" uuid, "conversationId" uuid)`,
    [tenantId, organizationId, channelId, rows],
  )
  return people.map(({ conversationId }) => conversationId)
}

async function addMessages(conversationIds: string[]): Promise<void> {
  const messages = await Promise.all(
    conversationIds.map(async (conversationId) => {
      const text = 'The shop is open until eight tonight, and everything blue is half the price.'
      const { content } = await seal('external_message', { content: JSON.stringify({ type: 'text', text }) })
      return { id: randomUUIDv7(), conversationId, content }
    }),
  )
  await em.execute(
    `insert into cc_external_messages
       (id, tenant_id, organization_id, channel_id, conversation_id, direction, content_type, content, status,
        lane, priority, next_attempt_at, sent_at)
     select id, ?, ?, ?, "conversationId", 'outbound', 'text', content, 'queued', 'bulk', 2, now(), now()
     from jsonb_to_recordset(?::jsonb) as m (id uuid, "conversationId" uuid, content text)`,
    [tenantId, organizationId, channelId, JSON.stringify(messages)],
  )
}

function seal(entity: string, payload: Record<string, string>) {
  return encryption.encryptEntityPayload(
    `communication_channels:${entity}`,
    payload,
    tenantId,
    organizationId,
  )
}
