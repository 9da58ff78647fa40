import type { Delivery, DeliveryFilter, DeliveryOutcome, DeliveryState } from '../delivery.ts'

/** As `POST /deliveries/replay` and its preview take it. */
export type ReplayRequest =
  | { ids: string[] }
  | { from: string; to: string; state?: DeliveryState; outcome?: DeliveryFilter }

export type ReplayedDelivery = Pick<Delivery, 'id' | 'receivedAt' | 'state' | 'error'> & {
  result: 'changed' | 'same' | 'failed' | 'pending'
  before: DeliveryOutcome | null
  after: DeliveryOutcome | null
}

/** In the order in which they are told. */
export const countedEffects = [
  'messages',
  'statuses',
  'raised',
  'conversations',
  'contacts',
  'failed',
] as const
export type ReplayEffects = Record<(typeof countedEffects)[number], number>

export type ReplayPreview = {
  total: number
  tried: number
  deliveries: ReplayedDelivery[]
  effects: ReplayEffects
}

/** A time that is being replayed, or was. */
export type Replay = {
  id: string
  span: { from: string; to: string }
  total: number
  done: number
  failed: number
  messages: number
  statuses: number
  createdAt: string
  finishedAt: string | null
}

export type Replayed = { deliveries: ReplayedDelivery[]; effects: ReplayEffects } | { replay: Replay }

/** As many as can be named at once. */
export const MOST_AT_ONCE = 100
