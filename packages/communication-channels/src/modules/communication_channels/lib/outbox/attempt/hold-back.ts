import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import { repeatProbe } from '../circuit/circuit-statements.ts'
import { putOffHeld } from '../reserve/reservation-statements.ts'
import type { Reservation } from '../reserve/reserve-messages.ts'
import type { Sending } from '../sending.ts'
import type { PreparedMessage } from './prepare-messages.ts'

/** It is looked again so often: the provider may take back early what it told an end of, or the customer may write. */
const LOOK_AGAIN_MS = 60 * 60 * 1000

const logger = createLogger('communication_channels.outbox')

/**
 * What may leave later and not now waits, without an attempt.
 *
 * @returns the others
 */
export async function holdBack(
  { turn: { ctx, clock }, number: { channelId }, claimId, onEnd }: Sending,
  reserved: Reservation['messages'],
  prepared: Map<string, PreparedMessage>,
): Promise<Reservation['messages']> {
  const now = clock.now()
  const held = reserved.flatMap(({ message: { id } }) => {
    const until = prepared.get(id)?.decision?.until
    return until ? [{ id, at: new Date(Math.min(Date.parse(until), now.getTime() + LOOK_AGAIN_MS)) }] : []
  })
  if (held.length === 0) return reserved
  try {
    await ctx.em.fork().transactional(async (tx) => {
      await putOffHeld(dbOf(tx), held, claimId)
      await repeatProbe(dbOf(tx), channelId, now)
    })
  } catch (error) {
    // Their claims lapse, and they are asked about again.
    logger.error('messages could not be put off', { reason: describeFailure(error) })
  }
  for (const _ of held) onEnd()
  const ids = new Set(held.map(({ id }) => id))
  return reserved.filter(({ message }) => !ids.has(message.id))
}
