import type { RE_ENGAGEMENT } from '../../../lib/policy/notification-intent.ts'
import type { Message } from './message.ts'

const notification: typeof RE_ENGAGEMENT = 're_engagement'
const GONE_WRONG = ['failed', 'cancelled']
const DAY_MS = 24 * 60 * 60_000

/**
 * When the customer was last asked to write again, for a day and as long as they have not: asked three times in an hour they
 * complain. `messages` oldest first, `now` in milliseconds.
 */
export function askedAgainAt(messages: Message[], now: number): string | null {
  const last = messages.findLast(
    ({ direction, notification: name, status }) =>
      direction === 'inbound' || (name === notification && !GONE_WRONG.includes(status ?? '')),
  )
  if (last?.direction !== 'outbound' || now - Date.parse(last.sentAt) > DAY_MS) return null
  return last.sentAt
}
