import { randomUUID } from 'node:crypto'
import type { SendPace } from '../../adapter/rules.ts'
import type { Db } from '../../db.ts'
import { beginProbe, keepCircuit, readCircuit } from '../circuit/circuit-statements.ts'
import { passage } from '../circuit/decide-circuit.ts'
import type { SenderClock } from '../clock.ts'
import { type HeldPace, holdPace, movePace } from '../pace/number-pace.ts'
import { countOverLimit, holdOrganization, noteAutomatic } from '../pace/organization-limit.ts'
import type { PairRule } from '../pace/pair.ts'
import { holdPortfolio, noteReached } from '../pace/portfolio-limit.ts'
import { HORIZON_MS, type Slots, takeSlots } from '../pace/slots.ts'
import type { SendingNumber } from '../sending-number.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { type Limits, planLeaving } from './plan-leaving.ts'
import {
  claim,
  putOff,
  putOffBehind,
  putOffForCircuit,
  type ReservedMessage,
  savePairs,
} from './reservation-statements.ts'

export interface ReserveAsk {
  pace: SendPace
  pair: PairRule | null
  /** How many more this process takes from this number; and as long as it has fewer than so many, of any lane. */
  room: number
  roomForAutomatic: number
}

export interface Reservation {
  claimId: string
  /** In the order in which they leave; when, by `performance.now()`. */
  messages: { message: ReservedMessage; slotAt: number }[]
  /** In how many milliseconds it is worth to ask again; null where nothing (more) is due. */
  againInMs: number | null
}

/** Another sender has the number. */
const TAKEN_MS = 30
/** As many as are looked at in one go, to find those that do not have to wait. */
const LOOKED_AT = 200

/**
 * Takes messages of a number, each with the moment at which it may leave. Short, and alone with the number: the number's
 * pace, the pace of its people, and the limits of its portfolio and organisation are taken with it. Nothing is promised to
 * the provider yet: what is never begun is simply due again.
 */
export async function reserveMessages(
  db: Db,
  number: SendingNumber,
  ask: ReserveAsk,
  clock: SenderClock,
): Promise<Reservation> {
  const claimId = randomUUID()
  const nothing = (againInMs: number | null): Reservation => ({ claimId, messages: [], againInMs })
  const held = await holdPace(db, number, clock)
  if (!held) return nothing(TAKEN_MS)
  const now = new Date(Math.ceil(held.now))
  const pass = passage(await readCircuit(db, number.channelId), held.now)
  if (pass.may === 'none') {
    if (pass.isProbing) return nothing(null)
    const still = passage(await keepCircuit(db, number.channelId), held.now)
    if (still.may !== 'none') return nothing(0)
    const some = await putOffForCircuit(db, number.channelId, new Date(still.until), now)
    return nothing(some > 0 ? 0 : null)
  }
  const { slots, nextAt } = freeSlots(held, ask.pace, pass.may === 'one' ? 1 : ask.room)
  if (slots.length === 0) return nothing(Math.max(TAKEN_MS, nextAt - held.now - HORIZON_MS / 2))

  const candidates = await findCandidates(db, number.channelId, now, LOOKED_AT)
  if (candidates.length === 0) return nothing(null)
  const limits = await limitsOn(db, number, ask, candidates, now)
  const { leaving, waiting } = planLeaving(candidates, slots, limits, held.now, ask.roomForAutomatic)

  await putOff(db, waiting, now)
  for (const one of waiting) {
    if (one.code === 'person_pace') await putOffBehind(db, one, ask.pair!.spacingMs, now)
  }
  const ids = leaving.map(({ candidate }) => candidate.id)
  const claimed = new Map((await claim(db, ids, claimId, now)).map((message) => [message.id, message]))
  const ours = leaving.filter(({ candidate }) => claimed.has(candidate.id))
  if (ours.length > 0) {
    if (pass.may === 'one') await beginProbe(db, number.channelId, held.now)
    if (ask.pace.perSecond !== null) {
      await movePace(db, number.channelId, slots[leaving.length] ?? nextAt)
    }
    await savePairs(db, number, ours)
    const automatic = ours.filter(({ candidate }) => candidate.lane !== 'person')
    if (limits.organization)
      await noteAutomatic(
        db,
        number,
        automatic.map(({ slot }) => slot),
      )
    const reached = ours.filter(({ isNewPerson }) => isNewPerson)
    await noteReached(
      db,
      number,
      reached.map(({ candidate }) => candidate.contactId),
      now,
    )
  }
  return {
    claimId,
    messages: ours.map(({ candidate, slot }) => ({
      message: claimed.get(candidate.id)!,
      slotAt: clock.monotonic(slot),
    })),
    againInMs: ours.length > 0 ? 0 : TAKEN_MS,
  }
}

/** None before half of the horizon is free again: it is asked for a handful at a time. */
function freeSlots({ now, nextAt }: HeldPace, { perSecond }: SendPace, wanted: number): Slots {
  if (perSecond === null) return { slots: Array<number>(wanted).fill(now), nextAt: now }
  const taken = takeSlots({ now, nextAt, perSecond, wanted, horizonMs: HORIZON_MS })
  const first = taken.slots[0]
  return first !== undefined && first - now > HORIZON_MS / 2 && wanted > 1
    ? { slots: [], nextAt: first }
    : taken
}

async function limitsOn(
  db: Db,
  number: SendingNumber,
  { pace, pair }: ReserveAsk,
  candidates: Candidate[],
  now: Date,
): Promise<Limits> {
  const limits: Limits = { pair, organization: null, portfolio: null }
  if (candidates.some(({ lane }) => lane !== 'person')) {
    const organization = await holdOrganization(db, number, now)
    const isFull = organization.sent.length + candidates.length > organization.limit
    const waitingBefore = isFull ? await countOverLimit(db, number, now) : [0, 0, 0]
    limits.organization = { ...organization, waitingBefore }
  }
  const outside = candidates.filter(({ isWindowOpen }) => !isWindowOpen)
  if (pace.newPeoplePerDay !== null && outside.length > 0) {
    const contactIds = outside.map(({ contactId }) => contactId)
    const reach = await holdPortfolio(db, number, contactIds, now)
    limits.portfolio = { ...reach, perDay: pace.newPeoplePerDay }
  }
  return limits
}
