import { createLogger } from '@open-mercato/shared/lib/logger'

const TICK_MS = 1000

/** Asks once a second what is due, one question at a time. Returns how to stop, which waits for the last. */
export function startTicker(runDue: () => Promise<unknown>): () => Promise<void> {
  const logger = createLogger('scheduler')
  let running: Promise<unknown> | null = null
  let isFailing = false
  const timer = setInterval(() => {
    running ??= runDue()
      .then(
        () => {
          isFailing = false
        },
        (err: unknown) => {
          // One line for an outage, not one a second.
          if (!isFailing) logger.warn('The schedules could not be read.', { err })
          isFailing = true
        },
      )
      .finally(() => {
        running = null
      })
  }, TICK_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
