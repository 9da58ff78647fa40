import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import { clockOf } from './clock.ts'
import { giveUpLostAttempts } from './lost-attempts.ts'
import type { OutboxContext } from './outbox-context.ts'
import { placeScheduled } from './place-scheduled.ts'
import { createRecorder } from './record/recorder.ts'
import { sendFromNumber } from './send-from-number.ts'
import { dueNumbers } from './sending-number.ts'
import { tieReports } from './tie-reports.ts'
import type { Turn } from './turn.ts'

/** Who sends longer hands over to the next, so that a process that is to stop is not kept by a long backlog. */
const TURN_MS = 2_000

/** A worker goes on for so long until the next one has begun, so that no slot is missed in between. */
const HAND_OVER_MS = 1_500

/** Numbers that are served at once; which of many changes from turn to turn. */
const MOST_NUMBERS = 32

const logger = createLogger('communication_channels.outbox')

export interface RunningTurn {
  /** Resolves when nothing more is taken on; whether there may be more. */
  taken: Promise<{ isMore: boolean }>
  /** Resolves when the outcome of all that was taken on is written down; how many messages were begun. */
  settled: Promise<number>
}

/**
 * Sends what is due.
 *
 * @returns how many messages were worked on; call again until it is 0
 */
export async function sendMessages(ctx: OutboxContext): Promise<number> {
  const turn = startTurn(ctx)
  await turn.taken
  return turn.settled
}

/**
 * Reserves messages of each number, begins them right before their slots, asks the provider and writes down what it said.
 * Whatever dies in between: what was reserved is due again, what was begun is on record and never sent twice. Numbers do
 * not wait for each other, nor messages for one that is slow.
 *
 * @param handOver calls the next one. Absent: there is none, so the turn ends in time
 */
export function startTurn(ctx: OutboxContext, handOver?: () => void): RunningTurn {
  const clock = clockOf(ctx)
  const end = performance.now() + TURN_MS
  const underWay = new Set<Promise<void>>()
  let begun = 0
  const turn: Turn = {
    ctx,
    clock,
    recorder: createRecorder(ctx, clock),
    isOver: () => performance.now() > end + (handOver ? HAND_OVER_MS : 0),
    isLate: () => performance.now() > end,
    handsOver: handOver !== undefined,
    track(work) {
      const watched = work
        .catch((error: unknown) =>
          logger.error('a message could not be worked on', { reason: describeFailure(error) }),
        )
        .finally(() => underWay.delete(watched))
      underWay.add(watched)
    },
    countBegun(count) {
      begun += count
    },
  }
  const calling = handOver && setTimeout(handOver, TURN_MS)
  const taken = takeOn(turn).finally(() => clearTimeout(calling))
  const settled = taken.then(async () => {
    while (underWay.size > 0) await Promise.all(underWay)
    return begun
  })
  // Who asks for it hears of a failure; so does who asks what was taken on.
  settled.catch(() => undefined)
  return { taken, settled }
}

async function takeOn(turn: Turn): Promise<{ isMore: boolean }> {
  const { ctx, clock } = turn
  await ctx.em.fork().transactional((tx) => giveUpLostAttempts(dbOf(tx), clock))
  await ctx.em.fork().transactional((tx) => tieReports(dbOf(tx), ctx.encryption))
  await ctx.em.fork().transactional((tx) => placeScheduled(dbOf(tx), clock))
  const numbers = await dueNumbers(dbOf(ctx.em.fork()), clock)
  const served = await Promise.allSettled(
    numbers.slice(0, MOST_NUMBERS).map((number) => sendFromNumber(turn, number)),
  )
  for (const result of served) {
    if (result.status === 'rejected')
      logger.error('a number could not be served', { reason: describeFailure(result.reason) })
  }
  return { isMore: turn.isOver() || numbers.length > MOST_NUMBERS }
}
