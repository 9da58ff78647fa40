import { inWords } from '../../errors/describe-error.ts'
import { findError } from '../../errors/find-error.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { isPassing, needsReauthorisation } from '../../graph/send-failure.ts'

/** A run that was cut off so often ends: the next day, or a person, begins another. */
export const MOST_ATTEMPTS = 5

const MINUTE_MS = 60_000
/** Between the attempts. */
const BETWEEN_MS = [1, 5, 15, 30].map((minutes) => minutes * MINUTE_MS)

/**
 * When a run that was cut off is begun anew, in milliseconds; null where that would be in vain. What worked for some pages
 * may work again, whatever Meta said to the next one.
 *
 * @param attempt from 1
 */
export function waitAfter(
  failure: unknown,
  { attempt, pagesRead }: { attempt: number; pagesRead: number },
): number | null {
  if (attempt >= MOST_ATTEMPTS || needsReauthorisation(failure)) return null
  if (pagesRead === 0 && !isPassing(failure)) return null
  return Math.max(BETWEEN_MS[attempt - 1]!, askedFor(failure))
}

/** Between the attempts to read one template; after them the daily reading of its account finds it. */
const REREADS_BETWEEN_MS = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS]

/**
 * When one template is read again that could not be read; null where that would be in vain.
 *
 * @param attempt from 1
 */
export function rereadAfter(failure: unknown, attempt: number): number | null {
  const wait = isPassing(failure) ? REREADS_BETWEEN_MS[attempt - 1] : undefined
  return wait === undefined ? null : Math.max(wait, askedFor(failure))
}

/** What a run says that waits for as long as Meta asked: nobody's wish makes that shorter. */
export const WAITS_FOR_META = inWords('hourly_limit_reached', null, null).message

export function waitsForMeta(failure: unknown): boolean {
  return askedFor(failure) > 0
}

/** Meta counts the calls of an account by the hour: sooner than that it says no again. */
function askedFor(failure: unknown): number {
  if (!(failure instanceof GraphError) || failure.code === null) return 0
  const { retry } = findError(failure.code)
  return retry.kind === 'after' ? retry.ms : 0
}
