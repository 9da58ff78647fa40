import { dbOf, sql } from '../db.ts'
import { nextBatchSize } from './batch-size.ts'
import type { IngestContext } from './ingest-context.ts'
import { processBatch } from './process-batch.ts'
import { processHalves } from './process-halves.ts'
import { reportSuspects } from './report-batch.ts'
import { SETTLED_AFTER, suspectOrphans } from './worker-claims.ts'

/** Of those that were tried before, between two batches of the others. */
const AGAIN_AT_ONCE = 20

/** By this process's own experience: see `nextBatchSize`. Few at first, because they may be large. */
let batchSize = 50

/**
 * Works off one batch of the journal. Claim, effects and outgoing events are one transaction: a delivery is applied
 * wholly or not at all. A batch that fails is halved until the delivery at fault stands alone; that one is put off, the
 * others go on. What was tried before goes alone from the start.
 *
 * @returns how many deliveries were worked on; call again until it is 0
 */
export async function processDeliveries(ctx: IngestContext): Promise<number> {
  const waiting = await lookAround(ctx)
  if (waiting.orphans) reportSuspects(await suspectOrphans(ctx.em))
  let worked = 0
  if (waiting.orphans || waiting.again) worked += await processAgain(ctx)
  if (waiting.fresh) worked += await processFresh(ctx)
  return worked
}

async function processAgain(ctx: IngestContext): Promise<number> {
  for (let worked = 0; worked < AGAIN_AT_ONCE; worked++) {
    const { claimed, error } = await processBatch(ctx, { again: true })
    if (error !== null) await processHalves(ctx, claimed, error)
    if (claimed.length === 0) return worked
  }
  return AGAIN_AT_ONCE
}

async function processFresh(ctx: IngestContext): Promise<number> {
  const limit = batchSize
  const { claimed, error, milliseconds } = await processBatch(ctx, { limit })
  if (error !== null) await processHalves(ctx, claimed, error)
  else if (claimed.length > 0) batchSize = nextBatchSize(limit, claimed.length, milliseconds)
  return claimed.length
}

interface Waiting {
  /** Perhaps: a worker that is slow, and lives, is there as well. */
  orphans: boolean
  again: boolean
  fresh: boolean
}

/** One look at what there is, so that nothing to do costs a statement, and what is rarely there no transaction. */
async function lookAround({ em, now }: IngestContext): Promise<Waiting> {
  const isDue = sql`state = 'pending' and next_attempt_at <= greatest(${now}::timestamptz, now())`
  const { rows } = await sql<Waiting>`
    select exists (select 1 from cc_ingest_claims where claimed_at < now() - ${SETTLED_AFTER}) as orphans,
           exists (select 1 from cc_webhook_deliveries where ${isDue} and attempts > 0) as again,
           exists (select 1 from cc_webhook_deliveries where ${isDue} and attempts = 0) as fresh`.execute(
    dbOf(em.fork()),
  )
  return rows[0]!
}
