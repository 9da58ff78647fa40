import { ChannelError } from '../errors.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_DAYS = 90

/**
 * When a message is to leave; null for now, which a time that has passed means too.
 *
 * @throws ChannelError 422 `scheduled_too_far`
 */
export function readSchedule(scheduledAt: string | null | undefined, now: Date): Date | null {
  if (!scheduledAt) return null
  const at = new Date(scheduledAt)
  if (at <= now) return null
  if (at.getTime() <= now.getTime() + MOST_DAYS * DAY_MS) return at
  const sentence = `A message can be scheduled for at most ${MOST_DAYS} days ahead.`
  throw new ChannelError(422, 'scheduled_too_far', sentence, 'Choose an earlier time.', {
    fieldErrors: { scheduledAt: sentence },
  })
}
