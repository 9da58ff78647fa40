import type { Logger } from '@open-mercato/shared/lib/logger'
import { isDatabaseUnavailable } from '../http/databaseUnavailable.ts'

const QUIET_MS = 30_000

/** Every worker asks twice a second: while the database is away that is worth one line now and then, not all of them. */
export function reportJobError(logger: Logger, now: () => number = Date.now) {
  let quietUntil = 0
  return (err: unknown, queue?: string): void => {
    if (!isDatabaseUnavailable(err)) {
      logger.error('A job or the job engine failed.', { queue, err })
    } else if (now() >= quietUntil) {
      quietUntil = now() + QUIET_MS
      logger.warn('The queues cannot reach the database. They go on when it is back.', { err })
    }
  }
}
