/** A webhook delivery as `GET /api/communication_channels/deliveries` returns it: what became of it, never its content. */
export type Delivery = {
  id: string
  receivedAt: string
  providerKey: string
  connectionId: string
  state: 'pending' | 'applied' | 'failed'
  outcome: DeliveryOutcome | null
  error: string | null
  byteSize: number
  attempts: number
}

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
