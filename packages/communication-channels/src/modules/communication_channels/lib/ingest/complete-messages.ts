import { type Db, sql } from '../db.ts'
import { type MessageStatus, rankOf } from '../status.ts'
import { isNews, type MessageRow, statusOf } from './message-row.ts'
import { freeEntryOfferedUntil, latest, windowUntil } from './window-until.ts'

export interface CompletedMessage extends MessageRow {
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
  const tellings = foldTellings(known)
  const { rows } = await sql<{ id: string; nth: number; isNews: boolean }>`
    with told as (
      select m.id, v.*,
             m.content_type = 'unsupported' and v.content_type <> 'unsupported' as is_readable,
             m.origin = 'history' and v.was_live as is_live
      from unnest(
        ${tellings.map(({ row }) => row.message.channel.id)}::uuid[],
        ${tellings.map(({ row }) => row.conversationId)}::uuid[],
        ${tellings.map(({ row }) => row.message.event.externalMessageId)}::text[],
        ${tellings.map(({ row }) => row.message.event.direction)}::text[],
        ${tellings.map(({ isLive }) => isLive)}::boolean[],
        ${tellings.map(({ row }) => row.message.event.content.type)}::text[],
        ${tellings.map(({ row }) => row.content)}::text[],
        ${tellings.map(({ context }) => context)}::text[],
        ${tellings.map(({ replyTo }) => replyTo)}::text[],
        ${tellings.map(({ status }) => status)}::text[],
        ${tellings.map(({ status }) => rankOf(status ?? 'queued'))}::smallint[],
        ${tellings.map(({ isNews }) => isNews)}::boolean[],
        ${tellings.map(({ windowUntil }) => windowUntil)}::timestamptz[],
        ${tellings.map(({ offeredUntil }) => offeredUntil)}::timestamptz[],
        ${tellings.map(({ userIdentityId }) => userIdentityId)}::uuid[])
        with ordinality as v (channel_id, conversation_id, external_message_id, direction, was_live, content_type,
                              content, context, reply_to, status, status_rank, is_news, window_until, offered_until,
                              by_user_id, nth)
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
        origin = case when told.is_live then 'live' else m.origin end,
        window_until = greatest(m.window_until, told.window_until),
        free_entry_offered_until = greatest(m.free_entry_offered_until, told.offered_until),
        identity_id = coalesce(told.by_user_id, m.identity_id),
        seen_at = case when told.is_live and told.is_news then null else m.seen_at end,
        updated_at = now()
    from told
    where m.id = told.id
      and (told.is_readable or told.is_live or told.status_rank > m.status_rank
           or (m.context is null and told.context is not null)
           or (m.reply_to_external_id is null and told.reply_to is not null)
           or told.window_until > coalesce(m.window_until, '-infinity')
           or told.offered_until > coalesce(m.free_entry_offered_until, '-infinity')
           or told.by_user_id <> m.identity_id)
    returning m.id, told.nth::int, told.is_live and told.is_news as "isNews"`.execute(db)
  return rows.map(({ id, nth, isNews }) => ({ ...tellings[nth - 1]!.row, id, isNews }))
}

interface Telling {
  /** The first that has words to show, else the first. */
  row: MessageRow
  context: string | null
  replyTo: string | null
  status: MessageStatus | null
  isLive: boolean
  isNews: boolean
  windowUntil: Date | null
  offeredUntil: Date | null
  /** The user id that it was told of with: that says whose it is, where a phone alone says whose it was then. */
  userIdentityId: string | null
}

/** All that one batch says of a message, as one: an UPDATE takes no row twice. */
function foldTellings(rows: MessageRow[]): Telling[] {
  const folded = new Map<string, Telling>()
  for (const row of rows) {
    const { channel, event } = row.message
    const key = JSON.stringify([channel.id, row.conversationId, event.externalMessageId, event.direction])
    const telling = tellingOf(row)
    const known = folded.get(key)
    folded.set(key, known ? joinTellings(known, telling) : telling)
  }
  return [...folded.values()]
}

function tellingOf(row: MessageRow): Telling {
  const { event } = row.message
  const isLive = event.origin === 'live'
  const { context } = row
  return {
    row,
    context,
    replyTo: event.replyToExternalId,
    status: statusOf(event),
    isLive,
    isNews: isLive && isNews(event),
    windowUntil: windowUntil(row.message),
    offeredUntil: freeEntryOfferedUntil(row.message),
    userIdentityId: event.contact.userId === null ? null : row.identityId,
  }
}

function joinTellings(a: Telling, b: Telling): Telling {
  const isReadable = ({ row }: Telling) => row.message.event.content.type !== 'unsupported'
  return {
    row: !isReadable(a) && isReadable(b) ? b.row : a.row,
    context: a.context ?? b.context,
    replyTo: a.replyTo ?? b.replyTo,
    status: rankOf(b.status ?? 'queued') > rankOf(a.status ?? 'queued') ? b.status : a.status,
    isLive: a.isLive || b.isLive,
    isNews: a.isNews || b.isNews,
    windowUntil: latest(a.windowUntil, b.windowUntil),
    offeredUntil: latest(a.offeredUntil, b.offeredUntil),
    userIdentityId: a.userIdentityId ?? b.userIdentityId,
  }
}
