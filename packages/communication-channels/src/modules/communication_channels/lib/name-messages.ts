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
  const { rows } = await sql<{ conversationId: string }>`
    delete from cc_external_messages told using ${named} n
    join cc_external_messages m on m.id = n.message_id and m.channel_id = n.channel_id
      and m.direction = 'outbound' and m.external_message_id is null
    where told.channel_id = n.channel_id and told.external_message_id = n.external_message_id
      and told.conversation_id = m.conversation_id and told.direction = 'outbound'
      and told.origin in ('device', 'history')
    returning told.conversation_id as "conversationId"`.execute(db)
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
  await summarizeConversations(
    db,
    rows.map((row) => row.conversationId),
  )
}
