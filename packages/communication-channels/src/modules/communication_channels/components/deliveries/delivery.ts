/** A webhook delivery as `GET /api/communication_channels/deliveries` returns it: what became of it, never its content. */
export type Delivery = {
  id: string
  receivedAt: string
  providerKey: string
  connectionId: string
  numbers: string[]
  state: DeliveryState
  outcome: DeliveryOutcome | null
  error: string | null
  byteSize: number
  attempts: number
  nextAttemptAt: string | null
  appliedAt: string | null
  replayedAt: string | null
  verdict: string | null
}

export type DeliveryState = 'pending' | 'applied' | 'failed'

export const stateTones = { pending: 'info', applied: 'success', failed: 'error' } as const

export const countedOutcomes = [
  'messages',
  'statuses',
  'accountEvents',
  'duplicates',
  'foreign',
  'unreadable',
  'disabled',
  'ignored',
] as const

export type CountedOutcome = (typeof countedOutcomes)[number]

export type DeliveryOutcome = Partial<Record<CountedOutcome, number>> & { fields: Record<string, number> }

export const deliveryFilters = ['unreadable', 'foreign', 'failed'] as const
export type DeliveryFilter = (typeof deliveryFilters)[number]

/** What an operator should look at: parts that were put aside, as opposed to the usual traffic. */
export function needsAttention(outcome: CountedOutcome): boolean {
  return outcome === 'foreign' || outcome === 'unreadable'
}

/** One thing that a delivery says, and where it stands now. */
export type Fact = {
  kind: 'message' | 'status' | 'name' | 'account' | 'other' | 'unreadable'
  outcome: 'stored' | 'known' | 'missing' | 'foreign' | 'disabled' | 'ignored' | 'unreadable'
  hint: string | null
  number: string | null
  at: string | null
  direction: 'inbound' | 'outbound' | null
  origin: 'live' | 'device' | 'history' | null
  contentType: string | null
  preview: string | null
  who: string | null
  status: string | null
  error: string | null
  field: string | null
  externalId: string | null
  messageId: string | null
  conversationId: string | null
}

export type RawBody = { encoding: 'utf-8'; text: string } | { encoding: 'base64'; base64: string }

export type OpenedDelivery = {
  delivery: Delivery
  raw: RawBody
  /** Of very many the first ones; `readCount` says how many there are. */
  read: Fact[] | null
  readCount: number
  readError: string | null
  /** A process ended while applying it, so it is not read. */
  isHeldBack: boolean
}
