import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'
import type { Filed } from '../identity/apply-sightings.ts'
import { plainArray } from '../plain-array.ts'
import type { PlacedMessage } from './message-row.ts'

export function threadKey(channelId: string, contactId: string): string {
  return `${channelId}|${contactId}`
}

interface Thread {
  channelId: string
  contactId: string
  message: PlacedMessage
}

interface FoundConversations {
  /** By `threadKey`. */
  idOf: Map<string, string>
  created: Set<string>
}

/** The thread of each contact on each channel, made where there is none. */
export async function findConversations(
  db: Db,
  messages: PlacedMessage[],
  filed: Map<PlacedMessage, Filed>,
): Promise<FoundConversations> {
  const threads = new Map<string, Thread>()
  for (const message of messages) {
    const { contactId } = filed.get(message)!
    const channelId = message.channel.id
    threads.set(threadKey(channelId, contactId), { channelId, contactId, message })
  }
  const idOf = await selectConversations(db, [...threads.values()])
  const missing = [...threads].filter(([key]) => !idOf.has(key)).map(([, thread]) => thread)
  const created = await insertConversations(db, missing, idOf)
  return { idOf, created }
}

async function selectConversations(db: Db, threads: Thread[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; channelId: string; contactId: string }>`
    select found.id, channel_id as "channelId", contact_id as "contactId"
    from unnest(
      ${plainArray(threads.map((t) => t.channelId))}::uuid[], ${plainArray(threads.map((t) => t.contactId))}::uuid[])
      as t (channel_id, contact_id)
    cross join lateral (
      select c.id from cc_external_conversations c
      where c.channel_id = t.channel_id and c.contact_id = t.contact_id limit 1) found`.execute(db)
  return new Map(rows.map((row) => [threadKey(row.channelId, row.contactId), row.id]))
}

/** Somebody who writes first may make one at the same moment: then it is theirs. */
async function insertConversations(
  db: Db,
  threads: Thread[],
  idOf: Map<string, string>,
): Promise<Set<string>> {
  if (threads.length === 0) return new Set()
  const ids = threads.map(() => randomUUIDv7())
  const { rows } = await sql<{ id: string; channelId: string; contactId: string }>`
    insert into cc_external_conversations (id, tenant_id, organization_id, channel_id, contact_id)
    select * from unnest(
      ${ids}::uuid[],
      ${plainArray(threads.map((t) => t.message.channel.tenantId))}::uuid[],
      ${plainArray(threads.map((t) => t.message.channel.organizationId))}::uuid[],
      ${plainArray(threads.map((t) => t.channelId))}::uuid[],
      ${plainArray(threads.map((t) => t.contactId))}::uuid[])
    on conflict (channel_id, contact_id) do update set channel_id = excluded.channel_id
    returning id, channel_id as "channelId", contact_id as "contactId"`.execute(db)
  for (const row of rows) idOf.set(threadKey(row.channelId, row.contactId), row.id)
  const proposed = new Set<string>(ids)
  return new Set(rows.filter(({ id }) => proposed.has(id)).map(({ id }) => id))
}
