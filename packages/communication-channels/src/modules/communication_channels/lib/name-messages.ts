import { summarizeConversations } from './conversation-summary.ts'
import { type Db, sql } from './db.ts'
import { recordEvents } from './events/record-events.ts'
import { type RaisedMessage, settleAttempts } from './message-status.ts'

export interface MessageNaming {
  messageId: string
  channelId: string
  externalMessageId: string
}

/**
 * Tells messages of ours how the provider calls them. Where a history or the business's own phone told of the same one
 * meanwhile, that row makes way: it is one message, and ours knows who wrote it. What was known of it stays known. An id
 * that a message elsewhere has stays there.
 *
 * @returns the messages that climbed by what was known of them
 */
export async function nameMessages(db: Db, namings: MessageNaming[]): Promise<RaisedMessage[]> {
  if (namings.length === 0) return []
  const named = sql`
    (select distinct on (channel_id, external_message_id) * from (
       select distinct on (message_id) * from unnest(
         ${namings.map((naming) => naming.messageId)}::uuid[],
         ${namings.map((naming) => naming.channelId)}::uuid[],
         ${namings.map((naming) => naming.externalMessageId)}::text[])
         as n (message_id, channel_id, external_message_id)
       order by message_id, external_message_id) each
     order by channel_id, external_message_id, message_id)`
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
  return told.length === 0 ? [] : inherit(db, told)
}

interface ToldRow {
  id: string
  tenantId: string
  organizationId: string
  channelId: string
  conversationId: string
  externalMessageId: string
  status: string | null
  rank: number
}

/**
 * Conversations are locked before their messages, as those who store messages do it. A batch that has locked others
 * already may meet another one here; PostgreSQL ends one of the two, and that is tried again.
 */
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
    returning id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId",
              conversation_id as "conversationId", external_message_id as "externalMessageId", status,
              status_rank as rank`.execute(db)
  return rows
}

/** Gives ours the statuses of the rows that made way, and tells whoever shows the threads that those are gone. */
async function inherit(db: Db, told: ToldRow[]): Promise<RaisedMessage[]> {
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages m
    set status = t.status, status_rank = t.rank, error = null, claimed_until = null, next_attempt_at = null
    from unnest(${told.map((row) => row.channelId)}::uuid[], ${told.map((row) => row.externalMessageId)}::text[],
                ${told.map((row) => row.status)}::text[], ${told.map((row) => row.rank)}::smallint[])
      as t (channel_id, external_message_id, status, rank)
    where m.channel_id = t.channel_id and m.external_message_id = t.external_message_id and m.status_rank < t.rank
    returning m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
              m.channel_id as "channelId", m.conversation_id as "conversationId", m.status`.execute(db)
  await settleAttempts(db, rows)
  await summarizeConversations(
    db,
    told.map((row) => row.conversationId),
  )
  await recordEvents(
    db,
    told.map(({ id, tenantId, organizationId, channelId, conversationId }) => ({
      event: 'communication_channels.conversation.updated',
      tenantId,
      organizationId,
      payload: { channelId, conversationId, messageId: id },
    })),
  )
  return rows
}
