import { type Db, sql } from './db.ts'

const isSaid = sql`(m.scheduled_at is null or m.status <> 'queued' or m.scheduled_at <= now())`
const isToCome = sql`m.status = 'queued' and m.scheduled_at > now()`

/**
 * Works out anew what the list shows of a conversation: its last message and how many are unread. From the
 * messages themselves, so that it is right whatever order things happened in. A notice is nobody's word, and a reaction
 * or an edit is shown on its message: they count as the last one only where there is nothing else. What was withdrawn
 * cannot be read any more. What is scheduled is no word yet before its time: it would hide what the customer writes until
 * then.
 */
export async function summarizeConversations(db: Db, conversationIds: string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await holdConversations(db, conversationIds)
  await sql`
    update cc_external_conversations c
    set last_message_at = last.sent_at, last_message_id = last.id, unread_count = unread.count, updated_at = now()
    from unnest(${[...new Set(conversationIds)].sort()}::uuid[]) as wanted (id)
    cross join lateral (
      select id, sent_at from (
        (select m.id, m.sent_at, 1 as choice from cc_external_messages m
         where m.conversation_id = wanted.id and m.target_external_id is null and m.content_type <> 'system'
           and ${isSaid}
         order by m.sent_at desc, m.id desc limit 1)
        union all
        (select m.id, m.sent_at, 2 from cc_external_messages m
         where m.conversation_id = wanted.id and (m.target_external_id is not null or m.content_type = 'system')
           and ${isSaid}
         order by m.sent_at desc, m.id desc limit 1)
        union all
        (select m.id, m.created_at, 3 from cc_external_messages m
         where m.conversation_id = wanted.id and ${isToCome}
         order by m.created_at desc, m.id desc limit 1)) either
      order by choice limit 1) last
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
 * last wrote, and where nothing is left, that.
 */
export async function restateConversations(db: Db, conversationIds: string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await holdConversations(db, conversationIds)
  await sql`
    update cc_external_conversations c
    set conversation_window_expires_at = told.window_until, last_inbound_at = told.inbound_at,
        last_message_at = null, last_message_id = null, unread_count = 0, updated_at = now()
    from unnest(${[...new Set(conversationIds)].sort()}::uuid[]) as wanted (id)
    cross join lateral (
      select max(m.window_until) as window_until,
             max(m.sent_at) filter (where m.direction = 'inbound') as inbound_at
      from cc_external_messages m where m.conversation_id = wanted.id) told
    where c.id = wanted.id`.execute(db)
  await summarizeConversations(db, conversationIds)
}
