import { targetOf } from '../content/message-content.ts'
import { type Db, sql } from '../db.ts'
import type { MessageEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Filed } from '../identity/apply-sightings.ts'
import { idWithin } from '../ordered-id.ts'
import { rankOf } from '../status.ts'
import { type CompletedMessage, completeMessages } from './complete-messages.ts'
import { isNews, type MessageRow, type PlacedMessage, type StoredMessage, statusOf } from './message-row.ts'
import { threadKey, upsertConversations, windowUntil } from './upsert-conversations.ts'

export interface AppliedMessages {
  stored: StoredMessage[]
  /** Stored before, and told more of now. */
  completed: CompletedMessage[]
  /** Seen before: the provider delivers more than once. */
  duplicates: PlacedMessage[]
  createdConversations: Set<string>
}

/** Stores messages under their conversations. What is stored already keeps its words. */
export async function applyMessages(
  db: Db,
  encryption: TenantEncryptionService,
  messages: PlacedMessage[],
  filed: Map<PlacedMessage, Filed>,
): Promise<AppliedMessages> {
  const conversations = await upsertConversations(db, messages, filed)
  const ids = idsOf(messages)
  const rows = await Promise.all(
    messages.map(async (message, index) => ({
      id: ids[index]!,
      message,
      conversationId: conversations.idOf.get(threadKey(message.channel.id, filed.get(message)!.contactId))!,
      identityId: filed.get(message)!.identityId,
      ...(await encryptParts(encryption, message)),
    })),
  )
  const inserted = await insertMessages(db, rows)
  const known = rows.filter((row) => !inserted.has(row.id))
  return {
    stored: rows.filter((row) => inserted.has(row.id)),
    completed: await completeMessages(db, known),
    duplicates: known.map((row) => row.message),
    createdConversations: conversations.created,
  }
}

/** In the order of the journal, and within a delivery as they stand in it. */
function idsOf(messages: PlacedMessage[]): string[] {
  const places = new Map<string, number>()
  return messages.map(({ deliveryId }) => {
    const place = places.get(deliveryId) ?? 0
    places.set(deliveryId, place + 1)
    return idWithin(deliveryId, place)
  })
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

/** The ids of the rows that were new. */
async function insertMessages(db: Db, rows: MessageRow[]): Promise<Set<string>> {
  const values = <T>(pick: (event: MessageEvent) => T) => rows.map((row) => pick(row.message.event))
  const { rows: inserted } = await sql<{ id: string }>`
    insert into cc_external_messages
      (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
       content_type, content, context, reply_to_external_id, target_external_id, status, status_rank, seen_at, sent_at,
       identity_id, window_until)
    select id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
           content_type, content, context, reply_to, target, status, status_rank,
           case when is_news then null else now() end, sent_at, identity_id, window_until
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
      ${values((event) => event.sentAt)}::timestamptz[],
      ${rows.map((row) => row.identityId)}::uuid[],
      ${rows.map((row) => windowUntil(row.message))}::timestamptz[])
      as v (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
            content_type, content, context, reply_to, target, status, status_rank, is_news, sent_at, identity_id,
            window_until)
    on conflict (channel_id, external_message_id) where external_message_id is not null do nothing
    returning id`.execute(db)
  return new Set(inserted.map((row) => row.id))
}
