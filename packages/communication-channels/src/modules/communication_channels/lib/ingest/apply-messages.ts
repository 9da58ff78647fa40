import { randomUUIDv7 } from 'node:crypto'
import { COMPANION_TYPES } from '../content/companions.ts'
import { targetOf } from '../content/message-content.ts'
import { type Db, sql } from '../db.ts'
import type { MessageEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { rankOf } from '../status.ts'
import type { Placed } from './place-events.ts'
import { threadKey, upsertConversations } from './upsert-conversations.ts'

type PlacedMessage = Placed<MessageEvent>

export interface StoredMessage {
  id: string
  message: PlacedMessage
  conversationId: string
}

export interface AppliedMessages {
  stored: StoredMessage[]
  /** Stored before without their file, which came now. */
  completed: StoredMessage[]
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
      ...(await encryptParts(encryption, message)),
    })),
  )
  const inserted = await insertMessages(db, rows)
  const known = rows.filter((row) => !inserted.has(row.id))
  return {
    stored: rows.filter((row) => inserted.has(row.id)),
    completed: await replacePlaceholders(db, known),
    duplicates: known.map((row) => row.message),
    createdConversations: conversations.created,
  }
}

async function encryptParts(
  encryption: TenantEncryptionService,
  { event, channel }: PlacedMessage,
): Promise<{ content: string; context: string | null }> {
  const hasContext = Object.keys(event.context).length > 0
  const { content, context } = await encryption.encryptEntityPayload(
    'communication_channels:external_message',
    { content: JSON.stringify(event.content), context: hasContext ? JSON.stringify(event.context) : null },
    channel.tenantId,
    channel.organizationId,
  )
  return { content: String(content), context: context === null ? null : String(context) }
}

interface MessageRow extends StoredMessage {
  content: string
  context: string | null
}

/**
 * Whether staff have to look at it: what a customer says now. Notices, what is shown on another message, and what
 * was said before the channel was connected are no news.
 */
export function isNews({ direction, origin, content }: MessageEvent): boolean {
  if (direction === 'outbound' || origin === 'history' || content.type === 'system') return false
  if (content.type === 'call') return content.targetExternalId === null && content.isByCustomer
  return !(COMPANION_TYPES as readonly string[]).includes(content.type)
}

/** What the business sent elsewhere has left, whatever else is known of it. */
function statusOf({ direction, status }: MessageEvent) {
  return direction === 'outbound' ? (status ?? 'sent') : null
}

/** The ids of the rows that were new. */
async function insertMessages(db: Db, rows: MessageRow[]): Promise<Set<string>> {
  const values = <T>(pick: (event: MessageEvent) => T) => rows.map((row) => pick(row.message.event))
  const { rows: inserted } = await sql<{ id: string }>`
    insert into cc_external_messages
      (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
       content_type, content, context, reply_to_external_id, target_external_id, status, status_rank, seen_at, sent_at)
    select id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
           content_type, content, context, reply_to, target, status, status_rank,
           case when is_news then null else now() end, sent_at
    from unnest(
      ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.message.channel.tenantId)}::uuid[],
      ${rows.map((row) => row.message.channel.organizationId)}::uuid[],
      ${rows.map((row) => row.message.channel.id)}::uuid[],
      ${rows.map((row) => row.conversationId)}::uuid[],
      ${values((event) => event.direction)}::text[],
      ${values((event) => event.origin)}::text[],
      ${values((event) => event.externalMessageId)}::text[],
      ${values((event) => event.content.type)}::text[],
      ${rows.map((row) => row.content)}::text[],
      ${rows.map((row) => row.context)}::text[],
      ${values((event) => event.replyToExternalId)}::text[],
      ${values((event) => targetOf(event.content))}::text[],
      ${values(statusOf)}::text[],
      ${values((event) => rankOf(statusOf(event) ?? 'queued'))}::smallint[],
      ${values(isNews)}::boolean[],
      ${values((event) => event.sentAt)}::timestamptz[])
      as v (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
            content_type, content, context, reply_to, target, status, status_rank, is_news, sent_at)
    on conflict (channel_id, external_message_id) where external_message_id is not null do nothing
    returning id`.execute(db)
  return new Set(inserted.map((row) => row.id))
}

/**
 * Of a file in a history there is a placeholder, and the file itself under the same id when it is ready: it takes the
 * placeholder's place.
 */
async function replacePlaceholders(db: Db, known: MessageRow[]): Promise<StoredMessage[]> {
  const files = known.filter(
    ({ message: { event } }) => event.origin === 'history' && event.content.type !== 'unsupported',
  )
  if (files.length === 0) return []
  const { rows } = await sql<{ id: string; conversationId: string; nth: number }>`
    update cc_external_messages m
    set content_type = v.content_type, content = v.content, updated_at = now()
    from unnest(
      ${files.map((row) => row.message.channel.id)}::uuid[],
      ${files.map((row) => row.message.event.externalMessageId)}::text[],
      ${files.map((row) => row.message.event.content.type)}::text[],
      ${files.map((row) => row.content)}::text[])
      with ordinality as v (channel_id, external_message_id, content_type, content, nth)
    where m.channel_id = v.channel_id and m.external_message_id = v.external_message_id
      and m.origin = 'history' and m.content_type = 'unsupported'
    returning m.id, m.conversation_id as "conversationId", v.nth::int`.execute(db)
  return rows.map(({ id, conversationId, nth }) => ({ id, conversationId, message: files[nth - 1]!.message }))
}
