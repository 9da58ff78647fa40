import type { OutcomeView } from '../delivery-view.ts'

/**
 * What became of each part of a delivery, all times taken together that it was applied. What it brought the first time
 * it finds there the next time; so that is not known from elsewhere, but still its own. What was put aside counts as it
 * is put aside now: a number may be connected or switched on since.
 */
export function joinOutcomes<O extends OutcomeView>(before: OutcomeView | null, now: O): O {
  if (!before || before.unreadable) return now
  const own = before.messages + before.statuses
  return {
    ...now,
    messages: before.messages + now.messages,
    statuses: before.statuses + now.statuses,
    duplicates: Math.max(0, now.duplicates - own),
  }
}
