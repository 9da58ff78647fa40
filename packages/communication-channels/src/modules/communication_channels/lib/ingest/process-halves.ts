import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { ClaimedDelivery } from './claim-deliveries.ts'
import { refsOf } from './delivery-refs.ts'
import type { IngestContext } from './ingest-context.ts'
import { markFailed, nextAttempt } from './mark-deliveries.ts'
import { processBatch } from './process-batch.ts'
import { readDeliveries } from './read-deliveries.ts'

const logger = createLogger('communication_channels.ingest')

/** Splits a batch that failed until the delivery at fault stands alone; that one is put off, the others are applied. */
export async function processHalves(
  ctx: IngestContext,
  deliveries: ClaimedDelivery[],
  error: unknown,
): Promise<void> {
  const [only] = deliveries
  if (deliveries.length === 1 && only) return putOff(ctx, only, error)
  const middle = Math.ceil(deliveries.length / 2)
  for (const half of [deliveries.slice(0, middle), deliveries.slice(middle)]) {
    const { claimed, error } = await processBatch(ctx, { only: half.map(({ id }) => id) })
    if (error !== null) await processHalves(ctx, claimed, error)
  }
}

async function putOff(ctx: IngestContext, delivery: ClaimedDelivery, error: unknown): Promise<void> {
  const attempts = delivery.attempts + 1
  const nextAttemptAt = nextAttempt(attempts, ctx.now)
  const reason = describeFailure(error)
  await markFailed(dbOf(ctx.em.fork()), delivery, reason, nextAttemptAt, await refsIfReadable(ctx, delivery))
  logger.error('delivery could not be applied', {
    deliveryId: delivery.id,
    attempts,
    isLast: nextAttemptAt === null,
    reason,
  })
}

/** A dead letter is looked for as any other; what cannot be read is found by its time alone. */
async function refsIfReadable(
  { encryption }: IngestContext,
  delivery: ClaimedDelivery,
): Promise<Set<bigint> | null> {
  try {
    const [read] = await readDeliveries(encryption, [delivery])
    return read && 'events' in read ? refsOf(delivery.tenantId, read.events) : null
  } catch {
    return null
  }
}
