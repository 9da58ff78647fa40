import { type Db, sql } from './db.ts'

const isUnsaid = sql`(m.status = 'cancelled' or (m.status = 'queued' and m.scheduled_at > now()))`
const isSaid = sql`${isUnsaid} is not true`
/**
 * Messages `m` by which a customer wrote to the business: a notice is no word of theirs, and of what the provider does not
 * show, only what opened the window was something that they did.
 */
export const isFromCustomer = sql<boolean>`(m.direction = 'inbound' and m.content_type <> 'system'
  and (m.content_type <> 'unsupported' or m.window_until is not null))`

const isWord = sql`m.target_external_id is null and m.content_type <> 'system'`

/**
 * Works out anew what the list shows of a conversation: its last message and how many are unread. From the
 * messages themselves, so that it is right whatever order things happened in. A notice is nobody's word, and a reaction
 * or an edit is shown on its message: they count as the last one only where there is nothing else. What was withdrawn
 * cannot be read any more. What is scheduled is no word before its time, nor is what was called back: either would hide
 * what was said.
 */
export async function summarizeConversations(db: Db, conversationIds: string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await holdConversations(db, conversationIds)
  // Each choice is looked for only where there is none before it: in a long thread that is one row instead of all.
  await sql`
    update cc_external_conversations c
    set last_message_id = coalesce(word.id, other.id, unsaid.id),
        last_message_at = coalesce(word.sent_at, other.sent_at, unsaid.created_at),
        last_message_is_word = word.id is not null, unread_count = unread.count, updated_at = now()
    from unnest(${[...new Set(conversationIds)].sort()}::uuid[]) as wanted (id)
    left join lateral (
      select m.id, m.sent_at from cc_external_messages m
      where m.conversation_id = wanted.id and ${isWord} and ${isSaid}
      order by m.sent_at desc, m.id desc limit 1) word on true
    left join lateral (
      select m.id, m.sent_at from cc_external_messages m
      where word.id is null and m.conversation_id = wanted.id and not (${isWord}) and ${isSaid}
      order by m.sent_at desc, m.id desc limit 1) other on true
    left join lateral (
      select m.id, m.created_at from cc_external_messages m
      where coalesce(word.id, other.id) is null and m.conversation_id = wanted.id and ${isUnsaid}
      order by m.created_at desc, m.id desc limit 1) unsaid on true
    cross join lateral (
      select count(*)::int as count from cc_external_messages m
      where m.conversation_id = wanted.id and m.direction = 'inbound' and m.seen_at is null
        and not exists (
          select 1 from cc_external_messages r
          where r.channel_id = m.channel_id and r.target_external_id = m.external_message_id
            and r.conversation_id = m.conversation_id and r.direction = 'inbound'
            and r.content_type = 'revoke')) unread
    where c.id = wanted.id`.execute(db)
}

/**
 * In a statement of its own: one that waits for a row counts messages as they were before it waited, and would write
 * that over what was added meanwhile.
 */
async function holdConversations(db: Db, conversationIds: string[]): Promise<void> {
  await sql`
    select id from cc_external_conversations where id = any(${conversationIds}::uuid[])
    order by id for update`.execute(db)
}

/**
 * As `summarizeConversations`, for threads whose messages moved: also until when the window is open and when the customer
 * last wrote.
 */
export async function restateConversations(db: Db, conversationIds: string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await holdConversations(db, conversationIds)
  await sql`
    update cc_external_conversations c
    set conversation_window_expires_at = told.window_until, last_inbound_at = told.inbound_at
    from unnest(${[...new Set(conversationIds)].sort()}::uuid[]) as wanted (id)
    cross join lateral (
      select max(m.window_until) as window_until,
             max(m.sent_at) filter (where ${isFromCustomer}) as inbound_at
      from cc_external_messages m where m.conversation_id = wanted.id) told
    where c.id = wanted.id`.execute(db)
  await summarizeConversations(db, conversationIds)
}
