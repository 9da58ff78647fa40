import { answerLater } from '../consent/tasks/answer-later.ts'
import { type Db, dbOf, sql } from '../db.ts'
import { CONSENTS_QUEUE, FILES_QUEUE, nudge } from '../nudge.ts'
import { applyDeliveries } from './apply-deliveries.ts'
import { type ClaimedDelivery, claimAgain, claimDeliveries } from './claim-deliveries.ts'
import type { IngestContext } from './ingest-context.ts'
import { markApplied } from './mark-deliveries.ts'
import { readDeliveries } from './read-deliveries.ts'
import { reportBatch } from './report-batch.ts'
import { dropClaim, noteClaim } from './worker-claims.ts'

/** The oldest of each connection, one that was tried before, or certain ones. */
type Wanted = { limit: number } | { again: true } | { only: string[] }

interface WorkedBatch {
  claimed: ClaimedDelivery[]
  /** Why nothing of it was applied; null where all was. */
  error: unknown
  milliseconds: number
}

/**
 * Applies deliveries in one transaction.
 *
 * @throws where nothing could be claimed, or the database is away: then nothing is wrong with any delivery
 */
export async function processBatch(ctx: IngestContext, wanted: Wanted): Promise<WorkedBatch> {
  const aside = dbOf(ctx.em.fork())
  const batch: WorkedBatch = { claimed: [], error: null, milliseconds: 0 }
  let claimId: string | null = null
  const startedAt = performance.now()
  try {
    const { outcomes, waitingFiles, consents } = await ctx.em.fork().transactional(async (tx) => {
      const db = dbOf(tx)
      await commitWithoutWaiting(db)
      batch.claimed =
        'again' in wanted
          ? await claimAgain(db, ctx.now)
          : 'only' in wanted
            ? await claimDeliveries(db, ctx.now, wanted.only.length, wanted.only)
            : await claimDeliveries(db, ctx.now, wanted.limit)
      if (batch.claimed.length === 0) return { outcomes: new Map(), waitingFiles: 0, consents: [] }
      const ids = batch.claimed.map(({ id }) => id)
      claimId = await noteClaim(aside, db, ids)
      const read = await readDeliveries(ctx.encryption, batch.claimed)
      const applied = await applyDeliveries(db, ctx.encryption, read)
      await answerLater(db, applied.consents)
      await markApplied(
        db,
        ctx.now,
        batch.claimed.map(({ id, receivedAt }) => ({
          id,
          receivedAt,
          outcome: applied.outcomes.get(id)!,
          refs: applied.refs.get(id)!,
        })),
      )
      return applied
    })
    batch.milliseconds = performance.now() - startedAt
    if (waitingFiles > 0) nudge(FILES_QUEUE)
    if (consents.length > 0) nudge(CONSENTS_QUEUE)
    reportBatch(outcomes, batch.milliseconds)
    return batch
  } catch (error) {
    if (batch.claimed.length === 0) throw error
    try {
      if (claimId) await dropClaim(aside, claimId)
    } catch {
      throw error
    }
    return { ...batch, error }
  }
}

/**
 * A server that breaks down in the next moment has the deliveries as they were, acknowledged and not applied, and they
 * are applied then. So nobody waits for the disk here, least of all those who are being acknowledged meanwhile.
 */
async function commitWithoutWaiting(db: Db): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(db)
}
