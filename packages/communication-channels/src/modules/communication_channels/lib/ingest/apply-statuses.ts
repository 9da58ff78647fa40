import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'
import type { StatusEvent } from '../delivery-event.ts'
import { type RaisedMessage, raiseStatuses } from '../message-status.ts'
import { type MessageNaming, nameMessages } from '../name-messages.ts'
import { rankOf } from '../status.ts'
import type { Placed } from './place-events.ts'

type PlacedStatus = Placed<StatusEvent>

export interface AppliedStatuses {
  raised: RaisedMessage[]
  duplicates: PlacedStatus[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Keeps every report with its time and lets messages climb. A report about a message that is not known by its
 * external id yet finds it by the id we sent along, or waits until the sender has recorded the external id.
 */
export async function applyStatuses(db: Db, statuses: PlacedStatus[]): Promise<AppliedStatuses> {
  if (statuses.length === 0) return { raised: [], duplicates: [] }
  const inherited = await nameMessages(db, namingsIn(statuses))
  const unique = foldRepeats(statuses)
  const isNew = await insertStatusEvents(db, unique)
  const raised = await raiseStatuses(
    db,
    unique.map(({ channel, event }) => ({
      channelId: channel.id,
      externalMessageId: event.externalMessageId,
    })),
  )
  // Of a new report that a batch brings more than once, the first counts as the new one.
  return {
    raised: [...inherited, ...raised],
    duplicates: statuses.filter((status) => !isNew.delete(keyOf(status))),
  }
}

function keyOf({ channel, event }: PlacedStatus): string {
  return JSON.stringify([channel.id, event.externalMessageId, event.status, event.participant ?? ''])
}

/** One report of each kind, as the statement below would make of them one by one: one INSERT takes no key twice. */
function foldRepeats(statuses: PlacedStatus[]): PlacedStatus[] {
  const folded = new Map<string, PlacedStatus>()
  for (const status of statuses) {
    const key = keyOf(status)
    const earlier = folded.get(key)
    folded.set(key, earlier ? { ...earlier, event: joinReports(earlier.event, status.event) } : status)
  }
  return [...folded.values()]
}

function joinReports(a: StatusEvent, b: StatusEvent): StatusEvent {
  return {
    ...a,
    occurredAt: a.occurredAt < b.occurredAt ? a.occurredAt : b.occurredAt,
    error: a.error ?? b.error,
    pricing: a.pricing ?? b.pricing,
  }
}

/** Of messages whose answer was lost: a report that brings our id along says which of ours it is about. */
function namingsIn(statuses: PlacedStatus[]): MessageNaming[] {
  return statuses.flatMap(({ channel, event: { callbackData, externalMessageId } }) =>
    callbackData !== null && UUID.test(callbackData)
      ? [{ messageId: callbackData, channelId: channel.id, externalMessageId }]
      : [],
  )
}

/** The keys of the reports that were new. A repeated report keeps the earliest time and adds what was missing. */
async function insertStatusEvents(db: Db, statuses: PlacedStatus[]): Promise<Set<string>> {
  const ids = statuses.map(() => randomUUIDv7())
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const { rows } = await sql<{ id: string }>`
    insert into cc_message_status_events as e
      (id, tenant_id, organization_id, channel_id, external_message_id, status, status_rank, participant,
       occurred_at, error, pricing)
    select id, tenant_id, organization_id, channel_id, external_message_id, status, status_rank, participant,
           occurred_at, error::jsonb, pricing::jsonb
    from unnest(
      ${ids}::uuid[],
      ${statuses.map(({ channel }) => channel.tenantId)}::uuid[],
      ${statuses.map(({ channel }) => channel.organizationId)}::uuid[],
      ${statuses.map(({ channel }) => channel.id)}::uuid[],
      ${statuses.map(({ event }) => event.externalMessageId)}::text[],
      ${statuses.map(({ event }) => event.status)}::text[],
      ${statuses.map(({ event }) => rankOf(event.status))}::smallint[],
      ${statuses.map(({ event }) => event.participant ?? '')}::text[],
      ${statuses.map(({ event }) => event.occurredAt)}::timestamptz[],
      ${statuses.map(({ event }) => json(event.error))}::text[],
      ${statuses.map(({ event }) => json(event.pricing))}::text[])
      as v (id, tenant_id, organization_id, channel_id, external_message_id, status, status_rank, participant,
            occurred_at, error, pricing)
    order by channel_id, external_message_id, status, participant
    on conflict (channel_id, external_message_id, status, participant) do update set
      occurred_at = least(e.occurred_at, excluded.occurred_at),
      error = coalesce(e.error, excluded.error),
      pricing = coalesce(e.pricing, excluded.pricing)
    returning id`.execute(db)
  const inserted = new Set(rows.map((row) => row.id))
  return new Set(statuses.filter((_, index) => inserted.has(ids[index]!)).map(keyOf))
}
