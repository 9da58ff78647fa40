import { type Db, sql } from '../db.ts'
import type { DeliveryEvent } from '../delivery-event.ts'
import type { PlacedChannel } from '../ingest/place-events.ts'

/** Where a message or a report of it is in our rows. */
export interface StoredFact {
  messageId: string | null
  conversationId: string | null
  /** Of a report: whether it is kept. A message that is there is stored. */
  isKept: boolean
}

interface Fact {
  event: DeliveryEvent
  channel: PlacedChannel
}

/** In the order of what was asked; null for what has no rows of its own. */
export async function findStored(db: Db, facts: Fact[]): Promise<(StoredFact | null)[]> {
  const asked = facts.flatMap(({ event, channel }, nth) =>
    event.kind === 'message' || event.kind === 'status' ? [{ nth, event, channel }] : [],
  )
  const { rows } = await sql<StoredFact & { nth: number }>`
    select a.nth, m.id as "messageId", m.conversation_id as "conversationId",
           case when a.status is null then m.id is not null else exists (
             select 1 from cc_message_status_events e
             where e.channel_id = a.channel_id and e.external_message_id = a.external_id
               and e.status = a.status and e.participant = a.participant) end as "isKept"
    from unnest(
      ${asked.map(({ nth }) => nth)}::int[],
      ${asked.map(({ channel }) => channel.id)}::uuid[],
      ${asked.map(({ event }) => event.externalMessageId)}::text[],
      ${asked.map(({ event }) => (event.kind === 'status' ? event.status : null))}::text[],
      ${asked.map(({ event }) => (event.kind === 'status' ? (event.participant ?? '') : ''))}::text[])
      as a (nth, channel_id, external_id, status, participant)
    left join cc_external_messages m
      on m.channel_id = a.channel_id and m.external_message_id = a.external_id`.execute(db)
  const found = new Map(rows.map(({ nth, ...stored }) => [nth, stored]))
  return facts.map((_, nth) => found.get(nth) ?? null)
}
