import { setTimeout as delay } from 'node:timers/promises'
import type { SendPace } from '../adapter/rules.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { dbOf } from '../db.ts'
import { paceOf } from './pace/pace-of.ts'
import { type Reservation, reserveMessages } from './reserve/reserve-messages.ts'
import { sendReserved } from './send-reserved.ts'
import type { SendingNumber } from './sending-number.ts'
import type { Turn } from './turn.ts'

/** Messages that a process has on their way from one number: a number whose sends hang takes no more than these. */
const MOST_UNDER_WAY = 500
/** The rest is kept for what staff type: a batch whose sends hang must not hold it up. */
const MOST_WITH_AUTOMATIC = 400

/** While messages are on their way, it is looked so often whether another one's turn has come. */
const LOOK_MS = 50

const UNLIMITED: SendPace = { perSecond: null, newPeoplePerDay: null }

const underWay = new Map<string, number>()

interface Serving {
  isLate(): boolean
  /** Somebody asked for more meanwhile. */
  isAsked: boolean
}

/** The numbers that a process serves at the moment, by its database. */
const served = new WeakMap<object, Map<string, Serving>>()

/**
 * Sends what is due from one number until nothing is or the turn is over. What is on its way then goes on. Where this
 * process serves the number already, that goes on for us, unless its turn is late: then we go on for it.
 */
export async function sendFromNumber(turn: Turn, number: SendingNumber): Promise<void> {
  const serving: Serving = { isLate: turn.isLate, isAsked: false }
  if (!turn.handsOver) return serve(turn, number, serving, () => true)
  const database = turn.ctx.em.getDriver()
  const numbers = served.get(database) ?? new Map<string, Serving>()
  served.set(database, numbers)
  const before = numbers.get(number.channelId)
  if (before && !before.isLate()) {
    before.isAsked = true
    return
  }
  numbers.set(number.channelId, serving)
  const isOurs = () => numbers.get(number.channelId) === serving
  try {
    await serve(turn, number, serving, isOurs)
  } finally {
    if (isOurs()) numbers.delete(number.channelId)
  }
}

async function serve(
  turn: Turn,
  number: SendingNumber,
  serving: Serving,
  isOurs: () => boolean,
): Promise<void> {
  let ours = 0
  const count = (change: number) => {
    ours += change
    underWay.set(number.channelId, (underWay.get(number.channelId) ?? 0) + change)
  }
  while (!turn.isOver() && isOurs()) {
    serving.isAsked = false
    const adapter = getChannelAdapter(number.providerKey)
    const pace = await currentPace(turn, number, adapter)
    const { claimId, messages, againInMs } = await reserve(turn, number, adapter, pace)
    count(messages.length)
    if (messages.length > 0) {
      turn.track(sendReserved({ turn, number, adapter, pace, claimId, onEnd: () => count(-1) }, messages))
    }
    // What comes to an end may let others go; who has nobody after them is asked once more then.
    if (againInMs === null && (ours === 0 || !turn.handsOver) && !serving.isAsked) return
    if (againInMs !== 0) await delay(againInMs ?? LOOK_MS)
  }
}

async function currentPace(
  { ctx, clock }: Turn,
  number: SendingNumber,
  adapter: ChannelAdapter | undefined,
): Promise<SendPace> {
  if (!adapter) return UNLIMITED
  const { tenantId, organizationId } = number
  const scope = { tenantId, organizationId }
  return paceOf(adapter, { scope, channel: number, resolve: ctx.resolve }, clock.now())
}

async function reserve(
  { ctx, clock }: Turn,
  number: SendingNumber,
  adapter: ChannelAdapter | undefined,
  pace: SendPace,
): Promise<Reservation> {
  const taken = underWay.get(number.channelId) ?? 0
  const room = MOST_UNDER_WAY - taken
  if (room <= 0) return { claimId: '', messages: [], againInMs: LOOK_MS }
  const pair = adapter?.rules?.pair ?? null
  const roomForAutomatic = Math.max(0, MOST_WITH_AUTOMATIC - taken)
  const ask = { pace, pair, room, roomForAutomatic }
  return ctx.em.fork().transactional((tx) => reserveMessages(dbOf(tx), number, ask, clock))
}
