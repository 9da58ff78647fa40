import { z } from 'zod'
import { sql, type Timestamp, toDate } from '../db.ts'

export const DELIVERY_STATES = ['pending', 'applied', 'failed'] as const

export const outcomeView = z.object({
  messages: z.number(),
  statuses: z.number(),
  /** Absent from deliveries of before it was counted. */
  accountEvents: z.number().optional(),
  duplicates: z.number(),
  foreign: z.number(),
  disabled: z.number(),
  ignored: z.number(),
  unreadable: z.boolean(),
  fields: z.record(z.string(), z.number()),
})
export type OutcomeView = z.infer<typeof outcomeView>

export const deliveryView = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  providerKey: z.string(),
  connectionId: z.uuid(),
  /** The numbers of the connection, by their names. */
  numbers: z.array(z.string()),
  state: z.enum(DELIVERY_STATES),
  outcome: outcomeView.nullable(),
  error: z.string().nullable(),
  byteSize: z.number(),
  attempts: z.number(),
  /** Of one that waits: when it is tried next. */
  nextAttemptAt: z.iso.datetime().nullable(),
  appliedAt: z.iso.datetime().nullable(),
  replayedAt: z.iso.datetime().nullable(),
  /** How its signature was judged; null for what came before that was kept. */
  verdict: z.string().nullable(),
})
export type DeliveryView = z.infer<typeof deliveryView>

type Times = 'receivedAt' | 'nextAttemptAt' | 'appliedAt' | 'replayedAt'
export type DeliveryRow = Omit<DeliveryView, Times> & {
  receivedAt: Timestamp
  nextAttemptAt: Timestamp | null
  appliedAt: Timestamp | null
  replayedAt: Timestamp | null
}

/** Of `cc_webhook_deliveries d`. */
export const DELIVERY_COLUMNS = sql`
  d.id, d.received_at as "receivedAt", d.provider_key as "providerKey", d.connection_id as "connectionId",
  array(select c.display_name from cc_communication_channels c
        where c.connection_id = d.connection_id and c.tenant_id = d.tenant_id
          and c.organization_id = d.organization_id order by c.display_name, c.id) as numbers,
  d.state, d.outcome, d.error, d.byte_size as "byteSize", d.attempts,
  case when d.state = 'pending' then d.next_attempt_at end as "nextAttemptAt",
  d.applied_at as "appliedAt", d.replayed_at as "replayedAt", d.verdict`

export function deliveryOf(row: DeliveryRow): DeliveryView {
  const iso = (at: Timestamp | null) => toDate(at)?.toISOString() ?? null
  return {
    ...row,
    receivedAt: toDate(row.receivedAt).toISOString(),
    nextAttemptAt: iso(row.nextAttemptAt),
    appliedAt: iso(row.appliedAt),
    replayedAt: iso(row.replayedAt),
  }
}
