import { targetOf } from '../content/message-content.ts'
import { summarizeConversations } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import type { MessageEvent } from '../delivery-event.ts'
import { plainArray } from '../plain-array.ts'
import { isNews, type MessageRow, type StoredMessage } from './message-row.ts'
import { latest, windowUntil } from './window-until.ts'

interface Advance {
  id: string
  lastInboundAt: Date | null
  windowUntil: Date | null
  /** The last word that is new; null where none is. */
  last: { id: string; at: Date } | null
  unread: number
}

/**
 * Brings threads up to date with what came for them: until when the window is open, when the customer last wrote, the
 * last message, how many are unread. Where all that is new are plain words, the numbers are moved on; anything that may
 * touch what was there before (completed, withdrawn, reacted to) has the thread counted anew.
 *
 * @param rows    all that was told, repetitions among it: they may hold a window open that nothing held before
 * @param stored  what of it is new
 * @param changed what was there and was told more of
 */
export async function advanceConversations(
  db: Db,
  rows: MessageRow[],
  stored: StoredMessage[],
  changed: StoredMessage[],
): Promise<void> {
  const anew = new Set([
    ...changed.map(({ conversationId }) => conversationId),
    ...stored.filter((one) => !isPlain(one)).map(({ conversationId }) => conversationId),
    ...(await withdrawnBefore(db, stored)),
  ])
  const plain = stored.filter(({ conversationId }) => !anew.has(conversationId))
  await updateConversations(db, advancesOf(rows, plain))
  await summarizeConversations(db, [...anew])
}

function isPlain({ message: { event } }: StoredMessage): boolean {
  return targetOf(event.content) === null && event.content.type !== 'system'
}

/** The threads of messages that the customer had withdrawn before they came: those never count as unread. */
async function withdrawnBefore(db: Db, stored: StoredMessage[]): Promise<string[]> {
  if (stored.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct found.id from unnest(
      ${stored.map(({ message }) => message.channel.id)}::uuid[],
      ${stored.map(({ message }) => message.event.externalMessageId)}::text[]) as s (channel_id, external_message_id)
    cross join lateral (
      select r.conversation_id as id from cc_external_messages r
      where r.channel_id = s.channel_id and r.target_external_id = s.external_message_id
        and r.content_type = 'revoke' limit 1) found`.execute(db)
  return rows.map(({ id }) => id)
}

/** As `conversation-summary.ts` has it: on what is no word to the business, nobody may be written to. */
function isFromCustomer({ direction, content, opensWindow }: MessageEvent): boolean {
  if (direction !== 'inbound' || content.type === 'system') return false
  return content.type !== 'unsupported' || opensWindow
}

function advancesOf(rows: MessageRow[], plain: StoredMessage[]): Advance[] {
  const advances = new Map<string, Advance>()
  for (const { conversationId: id, message } of rows) {
    const known = advances.get(id) ?? { id, lastInboundAt: null, windowUntil: null, last: null, unread: 0 }
    if (isFromCustomer(message.event)) known.lastInboundAt = latest(known.lastInboundAt, message.event.sentAt)
    known.windowUntil = latest(known.windowUntil, windowUntil(message))
    advances.set(id, known)
  }
  for (const { id, conversationId, message } of plain) {
    const advance = advances.get(conversationId)!
    const { last } = advance
    const at = message.event.sentAt
    if (!last || at > last.at || (at.getTime() === last.at.getTime() && id > last.id))
      advance.last = { id, at }
    if (isNews(message.event)) advance.unread++
  }
  // In one order, so that two who update some of the same wait for each other and never in a circle.
  return [...advances.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * What is new and plain is the last message where it is later, or where nobody said a word. Asks nothing of the messages:
 * who waits for the row of a conversation would read them as they were before, and find the last one missing.
 */
async function updateConversations(db: Db, advances: Advance[]): Promise<void> {
  const isLast = sql`v.last_id is not null
    and (not c.last_message_is_word or (v.last_at, v.last_id) > (c.last_message_at, c.last_message_id))`
  await sql`
    update cc_external_conversations c
    set last_inbound_at = greatest(c.last_inbound_at, v.inbound_at),
        conversation_window_expires_at = greatest(c.conversation_window_expires_at, v.window_until),
        merged_into_id = null,
        last_message_at = case when ${isLast} then v.last_at else c.last_message_at end,
        last_message_id = case when ${isLast} then v.last_id else c.last_message_id end,
        last_message_is_word = c.last_message_is_word or v.last_id is not null,
        unread_count = c.unread_count + v.unread,
        updated_at = case when v.last_id is null then c.updated_at else now() end
    from unnest(
      ${plainArray(advances.map((a) => a.id))}::uuid[],
      ${plainArray(advances.map((a) => a.lastInboundAt))}::timestamptz[],
      ${plainArray(advances.map((a) => a.windowUntil))}::timestamptz[],
      ${plainArray(advances.map((a) => a.last?.at ?? null))}::timestamptz[],
      ${plainArray(advances.map((a) => a.last?.id ?? null))}::uuid[],
      ${plainArray(advances.map((a) => a.unread))}::int[])
      as v (id, inbound_at, window_until, last_at, last_id, unread)
    where c.id = v.id
      and (v.last_id is not null or c.merged_into_id is not null
           or v.inbound_at > coalesce(c.last_inbound_at, '-infinity')
           or v.window_until > coalesce(c.conversation_window_expires_at, '-infinity'))`.execute(db)
}
