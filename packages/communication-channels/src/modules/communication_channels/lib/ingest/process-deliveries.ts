import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { FILES_QUEUE, nudge } from '../nudge.ts'
import { applyDeliveries } from './apply-deliveries.ts'
import { type ClaimedDelivery, claimDeliveries, markApplied, markFailed } from './claim-deliveries.ts'
import { readDeliveries } from './read-deliveries.ts'

/** Deliveries a transaction: large enough to share its cost, small enough that a failure is split quickly. */
const BATCH = 200
/** Then a delivery is a dead letter, kept for a person to look into. */
export const MAX_ATTEMPTS = 6

const logger = createLogger('communication_channels.ingest')

export interface IngestContext {
  em: EntityManager
  encryption: TenantEncryptionService
  now: Date
}

/**
 * Works off one batch of the journal. Claim, effects and outgoing events are one transaction: a delivery is
 * applied wholly or not at all. A batch that fails is halved until the delivery at fault stands alone; that one is
 * put off, the others go on.
 *
 * @returns how many deliveries were worked on; call again until it is 0
 */
export async function processDeliveries(ctx: IngestContext): Promise<number> {
  const claimed: ClaimedDelivery[] = []
  try {
    return await processBatch(ctx, null, claimed)
  } catch (error) {
    if (claimed.length === 0) throw error
    await processHalves(ctx, claimed, error)
    return claimed.length
  }
}

/** @param claimed filled with what was claimed, for the caller to know when the rest fails */
async function processBatch(
  ctx: IngestContext,
  only: string[] | null,
  claimed: ClaimedDelivery[],
): Promise<number> {
  let files = 0
  const worked = await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const deliveries = await claimDeliveries(db, ctx.now, BATCH, only)
    claimed.push(...deliveries)
    if (deliveries.length === 0) return 0
    const read = await readDeliveries(ctx.encryption, deliveries)
    const { outcomes, waitingFiles } = await applyDeliveries(db, ctx.encryption, read)
    await markApplied(db, ctx.now, outcomes)
    files = waitingFiles
    return deliveries.length
  })
  if (files > 0) nudge(FILES_QUEUE)
  return worked
}

async function processHalves(
  ctx: IngestContext,
  deliveries: ClaimedDelivery[],
  error: unknown,
): Promise<void> {
  const [only] = deliveries
  if (deliveries.length === 1 && only) return putOff(ctx, only, error)
  const middle = Math.ceil(deliveries.length / 2)
  for (const half of [deliveries.slice(0, middle), deliveries.slice(middle)]) {
    try {
      await processBatch(
        ctx,
        half.map((delivery) => delivery.id),
        [],
      )
    } catch (cause) {
      await processHalves(ctx, half, cause)
    }
  }
}

async function putOff(ctx: IngestContext, delivery: ClaimedDelivery, error: unknown): Promise<void> {
  const attempts = delivery.attempts + 1
  const isLast = attempts >= MAX_ATTEMPTS
  const nextAttemptAt = isLast ? null : new Date(ctx.now.getTime() + 2 ** attempts * 5_000)
  await markFailed(dbOf(ctx.em.fork()), delivery, describeFailure(error), nextAttemptAt)
  logger.error('delivery could not be applied', {
    deliveryId: delivery.id,
    attempts,
    isLast,
    reason: describeFailure(error),
  })
}
