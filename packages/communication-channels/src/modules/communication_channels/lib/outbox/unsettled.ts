import { z } from 'zod'
import { conversationView, viewConversation } from '../conversations/conversation-view.ts'
import { findConversations } from '../conversations/list-conversations.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { findMessages } from '../messages/list-messages.ts'
import { messageView } from '../messages/message-view.ts'
import type { Scope } from '../scope.ts'
import { UNSETTLED_AFTER_MS } from './unknown-since.ts'

export const unsettledMessage = z.object({
  message: messageView,
  conversation: conversationView.pick({ id: true, contact: true, channel: true }),
  unknownSince: z.iso.datetime(),
})
export type UnsettledMessage = z.infer<typeof unsettledMessage>

/** Messages of which nobody knows whether they went out, the longest unknown first. */
export async function listUnsettled(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  page: { channelId?: string; cursor?: string; limit: number },
  now: Date,
): Promise<{ items: UnsettledMessage[]; nextCursor: string | null; total: number }> {
  const isUnsettled = sql`
    tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
    and status = 'unknown' and settled_as is null
    and updated_at <= ${new Date(now.getTime() - UNSETTLED_AFTER_MS)}
    ${page.channelId ? sql`and channel_id = ${page.channelId}` : sql``}`
  const after = decodeCursor(page.cursor)
  const { rows } = await sql<{ id: string; conversationId: string; cursorAt: string }>`
    select id, conversation_id as "conversationId",
           to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_external_messages
    where ${isUnsettled}
      ${after ? sql`and (updated_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by updated_at, id limit ${page.limit + 1}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from cc_external_messages where ${isUnsettled}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const [messages, conversations] = await Promise.all([
    findMessages(
      db,
      encryption,
      scope,
      shown.map(({ id }) => id),
      now,
    ),
    conversationsOf(
      db,
      encryption,
      scope,
      shown.map((row) => row.conversationId),
      now,
    ),
  ])
  const last = shown.at(-1)
  return {
    items: shown.flatMap(({ id, conversationId }) => {
      const [message, conversation] = [messages.get(id), conversations.get(conversationId)]
      // One that a status settled at this moment is known by now.
      if (!message?.unknownSince || !conversation) return []
      return [{ message, conversation, unknownSince: message.unknownSince }]
    }),
    nextCursor: rows.length > page.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
    total: counted[0]!.total,
  }
}

async function conversationsOf(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  ids: string[],
  now: Date,
): Promise<Map<string, UnsettledMessage['conversation']>> {
  const rows = await findConversations(db, scope, [...new Set(ids)])
  const views = await Promise.all(rows.map((row) => viewConversation(encryption, scope, row, now)))
  return new Map(views.map(({ id, contact, channel }) => [id, { id, contact, channel }]))
}
