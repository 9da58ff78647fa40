import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import { type Gate, openGate, until } from './attempt/gate.ts'
import { holdBack } from './attempt/hold-back.ts'
import { leave } from './attempt/leave.ts'
import { pauseBatches } from './attempt/pause-batches.ts'
import { type PreparedMessage, prepareMessages } from './attempt/prepare-messages.ts'
import { startPromptness } from './attempt/promptness.ts'
import { beginMessages } from './begin-messages.ts'
import { moreSlots } from './pace/number-pace.ts'
import { giveBack } from './reserve/reservation-statements.ts'
import type { Reservation } from './reserve/reserve-messages.ts'
import type { Sending } from './sending.ts'

/** So soon before its slot a message is begun, together with those whose slots lie close behind. */
const BEGIN_AHEAD_MS = 40
const BEGIN_SPAN_MS = 60
const MOST_AT_ONCE = 50

const logger = createLogger('communication_channels.outbox')

/** Makes messages ready, begins each right before its slot and lets it leave. Resolves when the last one has begun. */
export async function sendReserved(sending: Sending, reserved: Reservation['messages']): Promise<void> {
  const { turn, number, adapter, onEnd } = sending
  const { ctx, clock } = turn
  const messages = reserved.map(({ message }) => message)
  const prepared = await prepareMessages(ctx, adapter, number, messages, clock.now())
  const left = await pauseBatches(sending, reserved, prepared)
  const leaving = await holdBack(sending, left, prepared)
  const gate = gateFor(sending, leaving)
  for (let rest = leaving; rest.length > 0; ) {
    await until(rest[0]!.slotAt - BEGIN_AHEAD_MS)
    const horizon = performance.now() + BEGIN_SPAN_MS
    const behind = rest.findIndex(({ slotAt }, index) => index === MOST_AT_ONCE || slotAt > horizon)
    const some = rest.slice(0, behind === -1 ? rest.length : behind)
    rest = rest.slice(some.length)
    const promptness = startPromptness()
    const begun = await begin(sending, some, prepared)
    for (const { message } of some) {
      if (!begun.has(message.id)) onEnd()
      else turn.track(leave(sending, message, prepared.get(message.id)!, gate, promptness).finally(onEnd))
    }
    turn.countBegun(begun.size)
  }
}

function gateFor({ turn, number, pace }: Sending, reserved: Reservation['messages']): Gate | null {
  const { perSecond } = pace
  if (perSecond === null) return null
  const { ctx, clock } = turn
  return openGate(
    reserved.map(({ slotAt }) => slotAt),
    (count) =>
      ctx.em.fork().transactional((tx) => moreSlots(dbOf(tx), number.channelId, perSecond, count, clock)),
  )
}

/** Where it is not known whether they were begun, they are not sent: then their lease ends, or their claim. */
async function begin(
  { turn, claimId }: Sending,
  some: Reservation['messages'],
  prepared: Map<string, PreparedMessage>,
): Promise<Set<string>> {
  const db = dbOf(turn.ctx.em.fork())
  const messages = some.map(({ message }) => ({
    message,
    decision: prepared.get(message.id)?.decision ?? null,
  }))
  try {
    return await beginMessages(db, messages, claimId, turn.clock)
  } catch (error) {
    logger.error('messages could not be begun', { reason: describeFailure(error) })
    await giveBack(
      db,
      messages.map(({ message }) => message.id),
      claimId,
    ).catch(() => undefined)
    return new Set()
  }
}
