import { randomUUIDv7 } from 'node:crypto'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type Db, sql } from '../db.ts'
import type { InboundMessageEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { windowExpiry } from '../policy/window.ts'
import type { Placed } from './place-events.ts'

type PlacedMessage = Placed<InboundMessageEvent>

export interface StoredMessage {
  id: string
  message: PlacedMessage
  conversationId: string
}

export interface AppliedMessages {
  stored: StoredMessage[]
  /** Seen before: the provider delivers more than once. */
  duplicates: PlacedMessage[]
  createdConversations: Set<string>
}

/** Stores messages under their conversations. What is stored already stays as it is. */
export async function applyMessages(
  db: Db,
  encryption: TenantEncryptionService,
  messages: PlacedMessage[],
  contactIdOf: Map<PlacedMessage, string>,
): Promise<AppliedMessages> {
  const conversations = await upsertConversations(db, messages, contactIdOf)
  const rows = await Promise.all(
    messages.map(async (message) => ({
      id: randomUUIDv7(),
      message,
      conversationId: conversations.idOf.get(threadKey(message.channel.id, contactIdOf.get(message)!))!,
      content: await encryptContent(encryption, message),
    })),
  )
  const inserted = await insertMessages(db, rows)
  return {
    stored: rows.filter((row) => inserted.has(row.id)),
    duplicates: rows.filter((row) => !inserted.has(row.id)).map((row) => row.message),
    createdConversations: conversations.created,
  }
}

function threadKey(channelId: string, contactId: string): string {
  return `${channelId}|${contactId}`
}

interface Thread {
  id: string
  message: PlacedMessage
  contactId: string
  lastInboundAt: Date
  windowExpiresAt: Date | null
}

/** One row a thread of the batch, with the latest times in it; the database keeps the greatest of all. */
function threadsOf(messages: PlacedMessage[], contactIdOf: Map<PlacedMessage, string>): Thread[] {
  const threads = new Map<string, Thread>()
  for (const message of messages) {
    const contactId = contactIdOf.get(message)!
    const key = threadKey(message.channel.id, contactId)
    const { sentAt, opensWindow } = message.event
    const windowMs = getChannelAdapter(message.channel.providerKey)?.rules?.windowMs
    const expiry = opensWindow && windowMs ? windowExpiry(sentAt, windowMs) : null
    const thread = threads.get(key)
    threads.set(key, {
      id: thread?.id ?? randomUUIDv7(),
      message,
      contactId,
      lastInboundAt: latest(thread?.lastInboundAt ?? null, sentAt)!,
      windowExpiresAt: latest(thread?.windowExpiresAt ?? null, expiry),
    })
  }
  return [...threads.values()]
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}

async function upsertConversations(
  db: Db,
  messages: PlacedMessage[],
  contactIdOf: Map<PlacedMessage, string>,
): Promise<{ idOf: Map<string, string>; created: Set<string> }> {
  const threads = threadsOf(messages, contactIdOf)
  const { rows } = await sql<{ id: string; channelId: string; contactId: string }>`
    insert into cc_external_conversations as c
      (id, tenant_id, organization_id, channel_id, contact_id, last_inbound_at, conversation_window_expires_at)
    select * from unnest(
      ${threads.map((t) => t.id)}::uuid[],
      ${threads.map((t) => t.message.channel.tenantId)}::uuid[],
      ${threads.map((t) => t.message.channel.organizationId)}::uuid[],
      ${threads.map((t) => t.message.channel.id)}::uuid[],
      ${threads.map((t) => t.contactId)}::uuid[],
      ${threads.map((t) => t.lastInboundAt)}::timestamptz[],
      ${threads.map((t) => t.windowExpiresAt)}::timestamptz[])
    on conflict (channel_id, contact_id) do update set
      last_inbound_at = greatest(c.last_inbound_at, excluded.last_inbound_at),
      conversation_window_expires_at =
        greatest(c.conversation_window_expires_at, excluded.conversation_window_expires_at)
    returning id, channel_id as "channelId", contact_id as "contactId"`.execute(db)
  const proposed = new Set(threads.map((thread) => thread.id))
  return {
    idOf: new Map(rows.map((row) => [threadKey(row.channelId, row.contactId), row.id])),
    created: new Set(rows.filter((row) => proposed.has(row.id)).map((row) => row.id)),
  }
}

async function encryptContent(
  encryption: TenantEncryptionService,
  { event, channel }: PlacedMessage,
): Promise<string> {
  const { content } = await encryption.encryptEntityPayload(
    'communication_channels:external_message',
    { content: JSON.stringify(event.content) },
    channel.tenantId,
    channel.organizationId,
  )
  return String(content)
}

interface MessageRow extends StoredMessage {
  content: string
}

/** The ids of the rows that were new. */
async function insertMessages(db: Db, rows: MessageRow[]): Promise<Set<string>> {
  const { rows: inserted } = await sql<{ id: string }>`
    insert into cc_external_messages
      (id, tenant_id, organization_id, channel_id, conversation_id, direction, external_message_id,
       content_type, content, reply_to_external_id, sent_at)
    select id, tenant_id, organization_id, channel_id, conversation_id, 'inbound', external_message_id,
           content_type, content, reply_to, sent_at
    from unnest(
      ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.message.channel.tenantId)}::uuid[],
      ${rows.map((row) => row.message.channel.organizationId)}::uuid[],
      ${rows.map((row) => row.message.channel.id)}::uuid[],
      ${rows.map((row) => row.conversationId)}::uuid[],
      ${rows.map((row) => row.message.event.externalMessageId)}::text[],
      ${rows.map((row) => row.message.event.content.type)}::text[],
      ${rows.map((row) => row.content)}::text[],
      ${rows.map((row) => row.message.event.replyToExternalId)}::text[],
      ${rows.map((row) => row.message.event.sentAt)}::timestamptz[])
      as v (id, tenant_id, organization_id, channel_id, conversation_id, external_message_id, content_type,
            content, reply_to, sent_at)
    on conflict (channel_id, external_message_id) where external_message_id is not null do nothing
    returning id`.execute(db)
  return new Set(inserted.map((row) => row.id))
}
