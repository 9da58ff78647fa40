import { createModuleQueue, type Queue } from '@open-mercato/queue'
import { createLogger } from '@open-mercato/shared/lib/logger'

export const INGEST_QUEUE = 'communication-channels-ingest'
export const OUTBOX_QUEUE = 'communication-channels-outbox'
export const OUTGOING_EVENTS_QUEUE = 'communication-channels-outgoing-events'
export const FILES_QUEUE = 'communication-channels-files'
export const UPLOADS_QUEUE = 'communication-channels-uploads'
export const REPLAYS_QUEUE = 'communication-channels-replays'
export const BATCHES_QUEUE = 'communication-channels-batches'
export const CONSENTS_QUEUE = 'communication-channels-consents'
export const CONSENT_IMPORTS_QUEUE = 'communication-channels-consent-imports'

/** Long enough to fold a burst into one wake-up, short enough that nobody notices. */
const COALESCE_MS = 20

const logger = createLogger('communication_channels.nudge')
const queues = new Map<string, Queue<Record<string, never>>>()
const scheduled = new Set<string>()

/**
 * Wakes the worker of a queue soon, folding a burst of calls into one job. Carries no data: the rows are the
 * work. Never throws and never waits, because a lost nudge is only a delay that the sweep makes up for.
 */
export function nudge(queueName: string): void {
  if (scheduled.has(queueName)) return
  scheduled.add(queueName)
  setTimeout(() => {
    scheduled.delete(queueName)
    enqueue(queueName).catch((err: unknown) => logger.warn('nudge not enqueued', { queue: queueName, err }))
  }, COALESCE_MS).unref()
}

async function enqueue(queueName: string): Promise<void> {
  let queue = queues.get(queueName)
  if (!queue) {
    queue = createModuleQueue<Record<string, never>>(queueName, { concurrency: 1 })
    queues.set(queueName, queue)
  }
  await queue.enqueue({})
}
