/**
 * For whom a message is written.
 *
 *   person     staff typed it: it never waits behind the others, and no limit of the organisation holds it up
 *   automatic  the shop sends it by itself: an order confirmation, a reminder
 *   bulk       one of many under one intent (`lib/batches`)
 */
export type Lane = 'person' | 'automatic' | 'bulk'

export const PRIORITIES = ['high', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]

/** As it is stored: the lowest leaves first. */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority)
}

const STANDARD: Record<Lane, Priority> = { person: 'high', automatic: 'normal', bulk: 'low' }

export function standardPriority(lane: Lane): Priority {
  return STANDARD[lane]
}

/**
 * Why a message that is queued has not left yet.
 *
 *   scheduled           its time has not come
 *   files               its files are being handed to the provider
 *   retry               the provider said "not now"
 *   number_pace         its number sends as fast as it may
 *   person_pace         its person was just written to, as often as the provider allows
 *   portfolio_limit     as many people as allowed were written to outside their window today
 *   organization_limit  as many automatic messages as the organisation allows itself left within the minute
 *   circuit_open        sending from its number is paused
 *   sender_health       the provider keeps its number from sending it for a while
 */
export const WAIT_CODES = [
  'scheduled',
  'files',
  'retry',
  'number_pace',
  'person_pace',
  'portfolio_limit',
  'organization_limit',
  'circuit_open',
  'sender_health',
] as const
export type WaitCode = (typeof WAIT_CODES)[number]
