import { createLogger } from '@open-mercato/shared/lib/logger'
import type { BatchProblem } from '../../batches/batch-view.ts'
import { standsAgainstAll } from '../../batches/stands-against-all.ts'
import { stopBatch } from '../../batches/steer-batch.ts'
import { dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import { mainReason } from '../../policy/decision.ts'
import { sayReason } from '../../policy/reason-words.ts'
import { repeatProbe } from '../circuit/circuit-statements.ts'
import type { Reservation } from '../reserve/reserve-messages.ts'
import type { Sending } from '../sending.ts'
import type { PreparedMessage } from './prepare-messages.ts'

const logger = createLogger('communication_channels.outbox')

/**
 * Where what stands against a message of a batch stands against all of them, such as that their template was paused, the
 * batch pauses and says so: what is queued of it is taken back, instead of being refused one by one. What was tried before is
 * not, and is refused.
 *
 * @returns those that are left
 */
export async function pauseBatches(
  { turn: { ctx, clock }, number, onEnd }: Sending,
  reserved: Reservation['messages'],
  prepared: Map<string, PreparedMessage>,
): Promise<Reservation['messages']> {
  const { tenantId, organizationId, channelId } = number
  const paused = new Set<string>()
  for (const [id, problem] of problemsOf(reserved, prepared)) {
    try {
      await stopBatch(ctx.em, { id, tenantId, organizationId }, problem, clock.now())
      await repeatProbe(dbOf(ctx.em.fork()), channelId, clock.now())
      paused.add(id)
    } catch (error) {
      // It is over, or cannot be paused: its messages are refused as any other.
      logger.warn('a batch could not be paused', { batchId: id, reason: describeFailure(error) })
    }
  }
  const isGone = ({ message }: Reservation['messages'][number]) =>
    message.attemptCount === 1 && message.batchId !== null && paused.has(message.batchId)
  for (const _ of reserved.filter(isGone)) onEnd()
  return reserved.filter((one) => !isGone(one))
}

/** By batch. */
function problemsOf(
  reserved: Reservation['messages'],
  prepared: Map<string, PreparedMessage>,
): Map<string, BatchProblem> {
  const problems = new Map<string, BatchProblem>()
  for (const { message } of reserved) {
    const decision = prepared.get(message.id)?.decision
    const reason = decision?.outcome === 'refuse' ? mainReason(decision) : undefined
    if (!message.batchId || !reason || !standsAgainstAll(reason.code)) continue
    const { sentence, action } = sayReason(reason)
    problems.set(message.batchId, { code: reason.code, message: sentence, action })
  }
  return problems
}
