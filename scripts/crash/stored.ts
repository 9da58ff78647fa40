import { query } from '../../benchmarks/parts/databases.ts'
import type { CrashContext } from './inbound.ts'

/** What the product made of the deliveries: counts from the tables, threads as a person is shown them. */
export interface Stored {
  messages: Map<string, { count: number; phone: string; phoneNumberId: string }>
  statuses: Map<string, { count: number }>
  /** By `<phone> on <number id>`. */
  threads: Map<string, { unread: number; lastAt: string | null; windowUntil: string | null }>
  journal: { rows: number; applied: number; odd: number; messages: number }
}

interface Conversation {
  id: string
  channel: { id: string }
  contact: { phone: string | null }
  lastMessageAt: string | null
  unreadCount: number
  window: { expiresAt: string | null }
}

export async function readStored({ databaseUrl, shop }: CrashContext): Promise<Stored> {
  const numbers = new Map(
    (
      await query<{ id: string; number: string }>(
        databaseUrl,
        'select id, external_identifier as number from cc_communication_channels',
      )
    ).map(({ id, number }) => [id, number]),
  )
  const conversations = await allConversations(shop)
  const phoneOf = new Map(conversations.map(({ id, contact }) => [id, contact.phone ?? '']))
  const messages = await query<{ id: string; count: number; thread: string; channel: string }>(
    databaseUrl,
    `select external_message_id as id, count(*)::int as count, min(conversation_id::text) as thread,
            min(channel_id::text) as channel
     from cc_external_messages where direction = 'inbound' group by external_message_id`,
  )
  const statuses = await query<{ id: string; count: number }>(
    databaseUrl,
    'select external_message_id as id, count(*)::int as count from cc_message_status_events group by 1',
  )
  const [journal] = await query<Stored['journal']>(
    databaseUrl,
    `select count(*)::int as rows, count(*) filter (where state = 'applied')::int as applied,
            coalesce(sum((outcome->>'messages')::int), 0)::int as messages,
            count(*) filter (where (outcome->>'foreign')::int + (outcome->>'disabled')::int > 0
                             or (outcome->>'unreadable')::boolean)::int as odd
     from cc_webhook_deliveries`,
  )
  return {
    messages: new Map(
      messages.map(({ id, count, thread, channel }) => [
        id,
        { count, phone: phoneOf.get(thread) ?? '', phoneNumberId: numbers.get(channel) ?? '' },
      ]),
    ),
    statuses: new Map(statuses.map(({ id, count }) => [id, { count }])),
    threads: new Map(
      conversations.map(({ channel, contact, unreadCount, lastMessageAt, window }) => [
        `${contact.phone} on ${numbers.get(channel.id)}`,
        { unread: unreadCount, lastAt: lastMessageAt, windowUntil: window.expiresAt },
      ]),
    ),
    journal: journal!,
  }
}

async function allConversations(shop: CrashContext['shop']): Promise<Conversation[]> {
  const all: Conversation[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Conversation[]; nextCursor: string | null } = await shop.api(
      `/conversations?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}
