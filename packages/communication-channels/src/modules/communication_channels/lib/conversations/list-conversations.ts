import { blocksOn } from '../consent/blocks.ts'
import { type Cursor, decodeCursor, encodeCursor } from '../cursor.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { type ConversationRow, type ConversationView, viewConversation } from './conversation-view.ts'
import { liveId } from './live-id.ts'
import { countClosingSoon, type WindowFilter, windowCondition } from './window-filter.ts'
import { windowColumns, windowJoins } from './window-query.ts'

export interface ConversationFilter {
  channelId?: string
  unread?: boolean
  window?: WindowFilter
  cursor?: string
  limit: number
}

export interface ConversationPage {
  items: ConversationView[]
  nextCursor: string | null
  /** How many there are whose window closes soon, whatever else is asked for; at most a hundred. */
  closingSoon: number
}

/** Newest activity first, a page by key; where the window closes soon, those first that close first. */
export async function listConversations(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  filter: ConversationFilter,
  now: Date,
): Promise<ConversationPage> {
  const [rows, closingSoon] = await Promise.all([
    selectConversations(db, scope, filter, decodeCursor(filter.cursor), now),
    countClosingSoon(db, scope, filter.channelId, now),
  ])
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: await Promise.all(page.map((row) => viewConversation(encryption, scope, row, now))),
    nextCursor: rows.length > filter.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
    closingSoon,
  }
}

/** One that was merged is the one it was merged into. */
export async function findConversation(db: Db, scope: Scope, id: string): Promise<ConversationRow | null> {
  const { rows } = await conversationQuery(scope, sql`and c.id = ${liveId(scope, id)}`, 1).execute(db)
  return rows[0] ?? null
}

/** Those of the organisation, in no order of importance. */
export async function findConversations(db: Db, scope: Scope, ids: string[]): Promise<ConversationRow[]> {
  const { rows } = await conversationQuery(scope, sql`and c.id = any(${ids}::uuid[])`, ids.length).execute(db)
  return rows
}

async function selectConversations(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  after: Cursor | null,
  now: Date,
): Promise<ConversationRow[]> {
  const order = filter.window === 'closing_soon' ? BY_CLOSING : BY_ACTIVITY
  const where = sql`
    ${filter.channelId ? sql`and c.channel_id = ${filter.channelId}` : sql``}
    ${filter.unread ? sql`and c.unread_count > 0` : sql``}
    ${filter.window ? sql`and ${windowCondition(filter.window, now)}` : sql``}
    ${after ? sql`and ${order.isAfter(after)}` : sql``}
    and c.last_message_at is not null and c.merged_into_id is null`
  const { rows } = await conversationQuery(scope, where, filter.limit + 1, order).execute(db)
  return rows
}

/** In what order a list stands, by a time and an id, and how it goes on after a row. */
interface Order {
  at: ReturnType<typeof sql>
  by: ReturnType<typeof sql>
  isAfter(row: Cursor): ReturnType<typeof sql>
}

const BY_ACTIVITY: Order = {
  at: sql`c.last_message_at`,
  by: sql`c.last_message_at desc nulls last, c.id desc`,
  isAfter: ({ at, id }) => sql`(c.last_message_at, c.id) < (${at}::timestamptz, ${id}::uuid)`,
}
const BY_CLOSING: Order = {
  at: sql`c.conversation_window_expires_at`,
  by: sql`c.conversation_window_expires_at, c.id`,
  isAfter: ({ at, id }) => sql`(c.conversation_window_expires_at, c.id) > (${at}::timestamptz, ${id}::uuid)`,
}

function conversationQuery(
  scope: Scope,
  where: ReturnType<typeof sql>,
  limit: number,
  order: Order = BY_ACTIVITY,
) {
  return sql<ConversationRow>`
    select c.id, c.unread_count as "unreadCount", c.last_message_at as "lastMessageAt",
           to_char(${order.at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt",
           c.conversation_window_expires_at as "windowExpiresAt", c.created_at as "createdAt",
           c.updated_at as "updatedAt",
           ch.id as "channelId", ch.display_name as "channelName", ch.address as "channelAddress",
           ch.provider_key as "providerKey", ch.channel_type as "channelType", ch.is_enabled as "isChannelEnabled",
           contact.id as "contactId", contact.display_name as "contactName", contact.phone, contact.username,
           contact.user_id as "userId",
           exists (select from ${blocksOn(scope, sql`contact.id`)} block) as "isBlocked",
           m.direction as "lastDirection", m.content_type as "lastContentType", m.content as "lastContent",
           m.status as "lastStatus", change.edit as "lastEdit", coalesce(change."isRevoked", false) as "isLastRevoked",
           ${windowColumns}
    from cc_external_conversations c
    join cc_communication_channels ch on ch.id = c.channel_id
    join cc_external_contacts contact on contact.id = c.contact_id
    left join cc_external_messages m on m.id = c.last_message_id
    left join lateral (
      select bool_or(e.content_type = 'revoke') as "isRevoked",
             (array_agg(e.content order by e.sent_at desc, e.id desc)
                filter (where e.content_type = 'edit'))[1] as edit
      from cc_external_messages e
      where e.channel_id = m.channel_id and e.target_external_id = m.external_message_id
        and e.conversation_id = m.conversation_id and e.direction = m.direction
        and e.content_type in ('edit', 'revoke')) change on true
    ${windowJoins()}
    where c.tenant_id = ${scope.tenantId} and c.organization_id = ${scope.organizationId} ${where}
    order by ${order.by}
    limit ${limit}`
}
