import { randomUUIDv7 } from 'node:crypto'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type Db, sql } from '../db.ts'
import type { Filed } from '../identity/apply-sightings.ts'
import { windowExpiry } from '../policy/window.ts'
import type { PlacedMessage } from './message-row.ts'

export function threadKey(channelId: string, contactId: string): string {
  return `${channelId}|${contactId}`
}

interface Thread {
  id: string
  message: PlacedMessage
  contactId: string
  lastInboundAt: Date | null
  windowExpiresAt: Date | null
}

/** One row a thread of the batch, with the latest times in it; the database keeps the greatest of all. */
function threadsOf(messages: PlacedMessage[], filed: Map<PlacedMessage, Filed>): Thread[] {
  const threads = new Map<string, Thread>()
  for (const message of messages) {
    const contactId = filed.get(message)!.contactId
    const key = threadKey(message.channel.id, contactId)
    const { direction, sentAt } = message.event
    const expiry = windowUntil(message)
    const thread = threads.get(key)
    threads.set(key, {
      id: thread?.id ?? randomUUIDv7(),
      message,
      contactId,
      lastInboundAt: latest(thread?.lastInboundAt ?? null, direction === 'inbound' ? sentAt : null),
      windowExpiresAt: latest(thread?.windowExpiresAt ?? null, expiry),
    })
  }
  return [...threads.values()]
}

/** Until when a message holds the window open; null for one that opens none. */
export function windowUntil(message: PlacedMessage): Date | null {
  const windowMs = getChannelAdapter(message.channel.providerKey)?.rules?.windowMs
  return message.event.opensWindow && windowMs ? windowExpiry(actedAt(message), windowMs) : null
}

const DAY_SECONDS = 24 * 60 * 60

/**
 * The window is never held open for longer than the provider does: a call of which only the end was told was begun
 * before it, and where the provider's clock is ahead of ours, the window ends by ours.
 */
function actedAt({ event: { content, sentAt }, receivedAt }: PlacedMessage): Date {
  const told = content.type === 'call' ? (content.durationSeconds ?? 0) : 0
  const seconds = Math.min(Math.max(told, 0), DAY_SECONDS)
  return new Date(Math.min(sentAt.getTime(), receivedAt.getTime()) - seconds * 1000)
}

export function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}

/** The thread of each contact on each channel, made where there is none. */
export async function upsertConversations(
  db: Db,
  messages: PlacedMessage[],
  filed: Map<PlacedMessage, Filed>,
): Promise<{ idOf: Map<string, string>; created: Set<string> }> {
  const threads = threadsOf(messages, filed)
  const { rows } = await sql<{ id: string; channelId: string; contactId: string }>`
    insert into cc_external_conversations as c
      (id, tenant_id, organization_id, channel_id, contact_id, last_inbound_at, conversation_window_expires_at)
    select * from unnest(
      ${threads.map((t) => t.id)}::uuid[],
      ${threads.map((t) => t.message.channel.tenantId)}::uuid[],
      ${threads.map((t) => t.message.channel.organizationId)}::uuid[],
      ${threads.map((t) => t.message.channel.id)}::uuid[],
      ${threads.map((t) => t.contactId)}::uuid[],
      ${threads.map((t) => t.lastInboundAt)}::timestamptz[],
      ${threads.map((t) => t.windowExpiresAt)}::timestamptz[])
    on conflict (channel_id, contact_id) do update set
      last_inbound_at = greatest(c.last_inbound_at, excluded.last_inbound_at),
      conversation_window_expires_at =
        greatest(c.conversation_window_expires_at, excluded.conversation_window_expires_at),
      merged_into_id = null
    returning id, channel_id as "channelId", contact_id as "contactId"`.execute(db)
  const proposed = new Set(threads.map((thread) => thread.id))
  return {
    idOf: new Map(rows.map((row) => [threadKey(row.channelId, row.contactId), row.id])),
    created: new Set(rows.filter((row) => proposed.has(row.id)).map((row) => row.id)),
  }
}
