import { setImmediate } from 'node:timers/promises'
import { targetOf } from '../content/message-content.ts'
import { type Db, sql } from '../db.ts'
import type { MessageEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Filed } from '../identity/apply-sightings.ts'
import { idWithin } from '../ordered-id.ts'
import { plainArray } from '../plain-array.ts'
import { rankOf } from '../status.ts'
import { advanceConversations } from './advance-conversations.ts'
import { type CompletedMessage, completeMessages } from './complete-messages.ts'
import { findConversations, threadKey } from './find-conversations.ts'
import { isNews, type MessageRow, type PlacedMessage, statusOf } from './message-row.ts'
import { freeEntryOfferedUntil, windowUntil } from './window-until.ts'

export interface AppliedMessages {
  stored: MessageRow[]
  /** Stored before, and told more of now. */
  completed: CompletedMessage[]
  /** Seen before: the provider delivers more than once. */
  duplicates: PlacedMessage[]
  createdConversations: Set<string>
}

/** What of a message can be made ready before it is known whose it is. */
interface SealedMessage {
  id: string
  content: string
  context: string | null
}

/** Messages sealed, or put into a statement, in one go: other work of this process has its turn in between. */
const TURN = 500

/** In the order of the messages. Before anybody's people are held: nothing is asked of the database. */
export async function sealMessages(
  encryption: TenantEncryptionService,
  messages: PlacedMessage[],
): Promise<SealedMessage[]> {
  const ids = idsOf(messages)
  const sealed: SealedMessage[] = []
  for (const [index, message] of messages.entries()) {
    if (index % TURN === TURN - 1) await setImmediate()
    sealed.push({ id: ids[index]!, ...(await encryptParts(encryption, message)) })
  }
  return sealed
}

/** Stores messages under their conversations, and brings those up to date. What is stored already keeps its words. */
export async function applyMessages(
  db: Db,
  messages: PlacedMessage[],
  sealed: SealedMessage[],
  filed: Map<PlacedMessage, Filed>,
): Promise<AppliedMessages> {
  const conversations = await findConversations(db, messages, filed)
  const rows = messages.map((message, index) => {
    const { contactId, identityId } = filed.get(message)!
    const conversationId = conversations.idOf.get(threadKey(message.channel.id, contactId))!
    return { ...sealed[index]!, message, conversationId, identityId, contactId }
  })
  const inserted = new Set<string>()
  for (let from = 0; from < rows.length; from += TURN) {
    for (const id of await insertMessages(db, rows.slice(from, from + TURN))) inserted.add(id)
  }
  const stored = rows.filter((row) => inserted.has(row.id))
  const known = rows.filter((row) => !inserted.has(row.id))
  const completed = await completeMessages(db, known)
  await advanceConversations(db, rows, stored, completed)
  return {
    stored,
    completed,
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
async function insertMessages(db: Db, rows: MessageRow[]): Promise<string[]> {
  const values = <T>(pick: (event: MessageEvent) => T) => rows.map((row) => pick(row.message.event))
  const { rows: inserted } = await sql<{ id: string }>`
    insert into cc_external_messages
      (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
       content_type, content, context, reply_to_external_id, target_external_id, status, status_rank, seen_at, sent_at,
       identity_id, window_until, free_entry_offered_until)
    select id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
           content_type, content, context, reply_to, target, status, status_rank,
           case when is_news then null else now() end, sent_at, identity_id, window_until,
           free_entry_offered_until
    from unnest(
      ${plainArray(rows.map((row) => row.id))}::uuid[],
      ${plainArray(rows.map((row) => row.message.channel.tenantId))}::uuid[],
      ${plainArray(rows.map((row) => row.message.channel.organizationId))}::uuid[],
      ${plainArray(rows.map((row) => row.message.channel.id))}::uuid[],
      ${plainArray(rows.map((row) => row.conversationId))}::uuid[],
      ${plainArray(values((event) => event.direction))}::text[],
      ${plainArray(values((event) => event.origin))}::text[],
      ${values((event) => event.externalMessageId)}::text[],
      ${plainArray(values((event) => event.content.type))}::text[],
      ${rows.map((row) => row.content)}::text[],
      ${rows.map((row) => row.context)}::text[],
      ${values((event) => event.replyToExternalId)}::text[],
      ${values((event) => targetOf(event.content))}::text[],
      ${plainArray(values(statusOf))}::text[],
      ${plainArray(values((event) => rankOf(statusOf(event) ?? 'queued')))}::smallint[],
      ${plainArray(values(isNews))}::boolean[],
      ${plainArray(values((event) => event.sentAt))}::timestamptz[],
      ${plainArray(rows.map((row) => row.identityId))}::uuid[],
      ${plainArray(rows.map((row) => windowUntil(row.message)))}::timestamptz[],
      ${plainArray(rows.map((row) => freeEntryOfferedUntil(row.message)))}::timestamptz[])
      as v (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, external_message_id,
            content_type, content, context, reply_to, target, status, status_rank, is_news, sent_at, identity_id,
            window_until, free_entry_offered_until)
    on conflict (channel_id, external_message_id) where external_message_id is not null do nothing
    returning id`.execute(db)
  return inserted.map((row) => row.id)
}
