import { type Db, sql } from '../db.ts'
import { rankOf } from '../status.ts'
import { isNews, type MessageRow, type StoredMessage, statusOf } from './message-row.ts'

export interface CompletedMessage extends StoredMessage {
  /** Known from a history until now, it turns out to be what a customer says now. */
  isNews: boolean
}

/**
 * One message may be told of more than once, each time with other parts of it: by a history and by the live channel, as
 * a placeholder and with its file. Whatever the order, it ends with the words that can be shown, what it quotes, the
 * highest of its statuses, and as live where it was told live. Only in the same thread and from the same side: anything
 * else with its id is another message's.
 */
export async function completeMessages(db: Db, known: MessageRow[]): Promise<CompletedMessage[]> {
  if (known.length === 0) return []
  const events = known.map((row) => row.message.event)
  const { rows } = await sql<{ id: string; nth: number; isNews: boolean }>`
    with told as (
      select m.id, v.*,
             m.content_type = 'unsupported' and v.content_type <> 'unsupported' as is_readable,
             m.origin = 'history' and v.origin = 'live' as is_live
      from unnest(
        ${known.map((row) => row.message.channel.id)}::uuid[],
        ${known.map((row) => row.conversationId)}::uuid[],
        ${events.map((event) => event.externalMessageId)}::text[],
        ${events.map((event) => event.direction)}::text[],
        ${events.map((event) => event.origin)}::text[],
        ${events.map((event) => event.content.type)}::text[],
        ${known.map((row) => row.content)}::text[],
        ${known.map((row) => row.context)}::text[],
        ${events.map((event) => event.replyToExternalId)}::text[],
        ${events.map(statusOf)}::text[],
        ${events.map((event) => rankOf(statusOf(event) ?? 'queued'))}::smallint[],
        ${events.map(isNews)}::boolean[])
        with ordinality as v (channel_id, conversation_id, external_message_id, direction, origin, content_type,
                              content, context, reply_to, status, status_rank, is_news, nth)
      join cc_external_messages m using (channel_id, conversation_id, external_message_id, direction)
      where m.origin <> 'api'
    )
    update cc_external_messages m
    set content_type = case when told.is_readable then told.content_type else m.content_type end,
        content = case when told.is_readable then told.content else m.content end,
        context = coalesce(m.context, told.context),
        reply_to_external_id = coalesce(m.reply_to_external_id, told.reply_to),
        status = case when told.status_rank > m.status_rank then told.status else m.status end,
        status_rank = greatest(m.status_rank, told.status_rank),
        origin = case when told.is_live then told.origin else m.origin end,
        seen_at = case when told.is_live and told.is_news then null else m.seen_at end,
        updated_at = now()
    from told
    where m.id = told.id
      and (told.is_readable or told.is_live or told.status_rank > m.status_rank
           or (m.context is null and told.context is not null)
           or (m.reply_to_external_id is null and told.reply_to is not null))
    returning m.id, told.nth::int, told.is_live and told.is_news as "isNews"`.execute(db)
  return rows.map(({ id, nth, isNews }) => {
    const { conversationId, message } = known[nth - 1]!
    return { id, conversationId, message, isNews }
  })
}
