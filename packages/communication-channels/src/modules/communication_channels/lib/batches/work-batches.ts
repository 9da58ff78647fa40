import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { Resolve } from '../adapter/connection-input.ts'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { FetchedFile } from '../files/link/fetch-link.ts'
import { type BatchCounts, countRecipients } from './batch-counts.ts'
import { claimBatch, type DueBatch, listDueBatches, releaseBatch } from './claim-batch.ts'
import { clearBatch } from './clear-batch.ts'
import { makeMessages } from './make-messages.ts'
import { stopBatch } from './steer-batch.ts'
import { tellProgress } from './tell-progress.ts'

/**
 * So many messages of a batch are queued at most. Enough for the sender to be busy until the next look, and few enough
 * that pausing takes no time.
 */
const AHEAD = 500
/** So many are made before the next batch has its turn, and before anybody hears how far it is. */
const TURN = 100

const logger = createLogger('communication_channels.batches')

export interface BatchContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  now: () => Date
  fetchLink(link: string, maxBytes: number): Promise<FetchedFile>
}

/**
 * Gives every batch that runs its turn: the next recipients become messages, and who watches hears of it. Repeatable at
 * any point, by any number of processes.
 *
 * @returns how much was done; call again until it is 0
 */
export async function workBatches(ctx: BatchContext): Promise<number> {
  const due = await listDueBatches(dbOf(ctx.em.fork()), ctx.now())
  let worked = 0
  for (const batch of due) {
    try {
      worked += batch.isClearing ? await clearBatch(ctx.em, batch, ctx.now()) : await work(ctx, batch)
    } catch (error) {
      logger.error('a batch could not be worked on', { batchId: batch.id, reason: describeFailure(error) })
    }
  }
  return worked
}

async function work(ctx: BatchContext, batch: DueBatch): Promise<number> {
  const before = await countsOf(ctx, batch)
  const room = roomIn(before)
  const made = room > 0 ? await make(ctx, batch.id, room) : 0
  const counts = made > 0 ? await countsOf(ctx, batch) : before
  return made + (await ctx.em.fork().transactional((tx) => tellProgress(dbOf(tx), batch, counts)))
}

async function countsOf({ em }: BatchContext, batch: DueBatch): Promise<BatchCounts> {
  return (await countRecipients(dbOf(em.fork()), batch, [batch.id]))(batch.id)
}

function roomIn({ waiting, queued }: BatchCounts): number {
  return Math.min(waiting, TURN, Math.max(0, AHEAD - queued))
}

async function make({ now, ...ctx }: BatchContext, id: string, count: number): Promise<number> {
  const batch = await claimBatch(dbOf(ctx.em.fork()), ctx.encryption, id)
  if (!batch) return 0
  try {
    const { tenantId, organizationId } = batch
    const queue = { ...ctx, scope: { tenantId, organizationId }, now: now() }
    const { made, stopped } = await makeMessages(queue, batch, count)
    if (stopped?.problem) await stopBatch(ctx.em, batch, stopped.problem, now())
    return made
  } finally {
    await releaseBatch(dbOf(ctx.em.fork()), batch)
  }
}
