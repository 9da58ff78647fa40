import { z } from 'zod'
import { deliverySpan } from '../delivery-filter.ts'
import { DELIVERY_STATES, outcomeView } from '../delivery-view.ts'

export const MAX_REPLAYED_AT_ONCE = 100

const named = z.strictObject({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(MAX_REPLAYED_AT_ONCE)
    .transform((ids) => [...new Set(ids)]),
})

/** Some deliveries by name, or all of a time. */
export const replayRequest = z.union([named, deliverySpan])
export type ReplayRequest = z.infer<typeof replayRequest>

/** Says what is wrong by field, which a union does not. */
export function parseReplayRequest(raw: unknown): ReplayRequest {
  const isNamed = typeof raw === 'object' && raw !== null && 'ids' in raw
  return isNamed ? named.parse(raw) : deliverySpan.parse(raw)
}

/**
 * changed  something is stored that was not, or a dead letter is applied
 * same     every message and report was there. Names of people, and news of the account, are applied too; whether they
 *          were known is not told
 * failed   it cannot be applied
 * pending  it waits for its first turn, and is left to that
 */
const replayedDelivery = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  result: z.enum(['changed', 'same', 'failed', 'pending']),
  state: z.enum(DELIVERY_STATES),
  /** What became of it until now. */
  before: outcomeView.nullable(),
  /** What became of it this time. */
  after: outcomeView.nullable(),
  error: z.string().nullable(),
})
export type ReplayedDelivery = z.infer<typeof replayedDelivery>

const replayEffects = z.object({
  /** Stored now. */
  messages: z.number(),
  /** Reports that were not known. */
  statuses: z.number(),
  /** Messages of ours whose status climbs. */
  raised: z.number(),
  contacts: z.number(),
  conversations: z.number(),
  /** Deliveries that cannot be applied. */
  failed: z.number(),
})
export type ReplayEffects = z.infer<typeof replayEffects>

export const replayPreview = z.object({
  /** How many deliveries a replay would apply. */
  total: z.number(),
  /** How many of them were tried for this; the oldest ones, where there are too many. */
  tried: z.number(),
  deliveries: z.array(replayedDelivery),
  effects: replayEffects,
})
export type ReplayPreview = z.infer<typeof replayPreview>

/** A time span that is replayed. */
export const replayView = z.object({
  id: z.uuid(),
  span: deliverySpan,
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  messages: z.number(),
  statuses: z.number(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ReplayView = z.infer<typeof replayView>

export const replayed = z.union([
  z.object({ deliveries: z.array(replayedDelivery), effects: replayEffects }),
  z.object({ replay: replayView }),
])
export type Replayed = z.infer<typeof replayed>
