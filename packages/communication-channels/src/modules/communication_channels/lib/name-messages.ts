import { summarizeConversations } from './conversation-summary.ts'
import { type Db, sql } from './db.ts'

export interface MessageNaming {
  messageId: string
  channelId: string
  externalMessageId: string
}

/**
 * Tells messages of ours how the provider calls them. Where a history or the business's own phone told of the same one
 * meanwhile, that row makes way: it is one message, and ours knows who wrote it. An id that a message elsewhere has
 * stays there.
 */
export async function nameMessages(db: Db, namings: MessageNaming[]): Promise<void> {
  if (namings.length === 0) return
  const named = sql`
    (select distinct on (channel_id, external_message_id) * from (
       select distinct on (message_id) * from unnest(
         ${namings.map((naming) => naming.messageId)}::uuid[],
         ${namings.map((naming) => naming.channelId)}::uuid[],
         ${namings.map((naming) => naming.externalMessageId)}::text[])
         as n (message_id, channel_id, external_message_id)) each)`
  const told = await makeWay(db, named)
  await sql`
    update cc_external_messages m set external_message_id = n.external_message_id, updated_at = now()
    from ${named} n
    where m.id = n.message_id and m.channel_id = n.channel_id and m.direction = 'outbound'
      and m.external_message_id is null
      and not exists (
        select 1 from cc_external_messages taken
        where taken.channel_id = n.channel_id and taken.external_message_id = n.external_message_id)`.execute(
    db,
  )
  if (told.length === 0) return
  // What was known of it stays known.
  await sql`
    update cc_external_messages m set status = t.status, status_rank = t.rank
    from unnest(${told.map((row) => row.channelId)}::uuid[], ${told.map((row) => row.externalMessageId)}::text[],
                ${told.map((row) => row.status)}::text[], ${told.map((row) => row.rank)}::smallint[])
      as t (channel_id, external_message_id, status, rank)
    where m.channel_id = t.channel_id and m.external_message_id = t.external_message_id and m.status_rank < t.rank
  `.execute(db)
  await summarizeConversations(
    db,
    told.map((row) => row.conversationId),
  )
}

interface ToldRow {
  conversationId: string
  channelId: string
  externalMessageId: string
  status: string | null
  rank: number
}

/** Conversations are locked before their messages, as those who store messages do it. */
async function makeWay(db: Db, named: ReturnType<typeof sql>): Promise<ToldRow[]> {
  const isTold = sql`
    from cc_external_messages told join ${named} n
      on told.channel_id = n.channel_id and told.external_message_id = n.external_message_id
    join cc_external_messages m on m.id = n.message_id and m.channel_id = n.channel_id
      and m.direction = 'outbound' and m.external_message_id is null
      and m.conversation_id = told.conversation_id
    where told.direction = 'outbound' and told.origin in ('device', 'history')`
  const { rows: found } = await sql<{ id: string }>`
    select id from cc_external_conversations
    where id in (select told.conversation_id ${isTold}) order by id for update`.execute(db)
  if (found.length === 0) return []
  const { rows } = await sql<ToldRow>`
    delete from cc_external_messages where id in (select told.id ${isTold})
    returning conversation_id as "conversationId", channel_id as "channelId",
              external_message_id as "externalMessageId", status, status_rank as rank`.execute(db)
  return rows
}
