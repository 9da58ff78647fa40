import { setTimeout as pause } from 'node:timers/promises'
import type { Meta } from '../play/meta.ts'
import type { Town } from '../play/town.ts'
import { type House, isWeb, PROCESSES, type ProductProcess, WEBS, WORKERS } from '../processes/house.ts'
import { oneOf } from '../random.ts'
import type { Tally } from '../tally.ts'
import { comesTrue } from '../until.ts'
import { boundaries } from './boundaries.ts'

export interface Stage {
  house: House
  meta: Meta
  town: Town
  tally: Tally
  random: () => number
}

/** Something that is done to the product. Everything is as it should be again when it resolves. */
export type Act = (stage: Stage) => Promise<void>

const THREE_HOURS_MS = 3 * 60 * 60 * 1000
/** Their clocks, each time they are started anew; those of the others are always right. */
const CLOCK_SHIFTS = new Map<ProductProcess, number[]>([
  [WEBS[0], [THREE_HOURS_MS, 0]],
  [WORKERS[0], [THREE_HOURS_MS, 0, -THREE_HOURS_MS]],
])
const BOUNDARY_TRIES = 3
const USED_WITHIN_MS = 10_000
/** `sent` and `delivered` are told within this time of a send. */
const STATUSES_WITHIN_MS = 800

/** Meta's "try again later", which says nothing about the message. */
const OVERLOADED = 131016
const OPENS_WITHIN_MS = 20_000

/** One of each class of Meta's refusals that pass: its own trouble, too fast, too fast to one person, maintenance. */
const PASSING_REFUSALS = [131000, 131016, 130429, 131056, 131057, 2]
/** And those that stay. */
const FINAL_REFUSALS = [131009, 131051]

export const boundaryActs: Act[] = boundaries.map((boundary) => async (stage) => {
  const { tally } = stage
  for (let tries = 0; tries < BOUNDARY_TRIES; tries++) {
    const killed = await boundary.strike(stage)
    await startAgain(stage)
    if (!killed) continue
    tally.add(`SIGKILL, ${boundary.name}`)
    return
  }
  tally.add(`SIGKILL, ${boundary.name}`, 0)
})

export function killOneOf(victims: readonly ProductProcess[]): Act {
  return async (stage) => {
    const victim = oneOf(stage.random, victims)
    await pause(stage.random() * 1_500)
    await stage.house.kill(victim)
    stage.tally.add(`SIGKILL of ${isWeb(victim) ? 'a web process' : 'a worker'} at any moment`)
    await startAgain(stage)
  }
}

/** @param alsoKilled dies while the database is away */
export function stopDatabase(mode: 'fast' | 'immediate', alsoKilled?: ProductProcess): Act {
  return async (stage) => {
    const { house, tally, random } = stage
    await pause(random() * 1_000)
    await house.stopDatabase(mode)
    tally.add(`PostgreSQL stopped (${mode}) and started`)
    if (alsoKilled) {
      await house.kill(alsoKilled)
      tally.add('SIGKILL of a worker while PostgreSQL is stopped')
    }
    await pause(300 + random() * 1_200)
    await house.startDatabase()
    await startAgain(stage)
  }
}

/** Accepted, and the sender hears nothing until it gives up. */
export const hangSends: Act = ({ meta, tally }) =>
  useUp(meta, tally, 'time-out after acceptance', 'hangNextSends', 2)

/** Accepted, and the connection breaks; the statuses tell. */
export const dropAnswers: Act = ({ meta, tally }) =>
  useUp(meta, tally, 'answer dropped', 'dropNextAnswers', 4)

/** Accepted, and neither an answer nor a status tells: for a person to settle. */
export const dropEverything: Act = async ({ meta, tally }) => {
  await meta.change({ dropWebhooks: true })
  await useUp(meta, tally, 'answer dropped, and its webhooks lost', 'dropNextAnswers', 3)
  await pause(STATUSES_WITHIN_MS)
  await meta.change({ dropWebhooks: false })
}

/** Not even looked at, and never told. */
export const ignoreSends: Act = ({ meta, tally }) =>
  useUp(meta, tally, 'send that the provider never looked at', 'ignoreNextSends', 2)

export const refuse: Act = async ({ meta, tally }) => {
  await refuseNext(meta, tally, 'refusal for the moment', PASSING_REFUSALS)
  await refuseNext(meta, tally, 'refusal for good', FINAL_REFUSALS)
}

/** Trouble of the provider's own until a number is paused for it. It goes on by itself when the trouble is over. */
export const openCircuit: Act = async ({ house, meta, tally }) => {
  await meta.change({ failNextSends: Array.from({ length: 200 }, () => OVERLOADED) })
  const isOpen = async () =>
    (await house.query("select 1 from cc_circuits where state = 'open' and retry_at > now()")).length > 0
  tally.add('number paused for failures', (await comesTrue(isOpen, { withinMs: OPENS_WITHIN_MS })) ? 1 : 0)
  await meta.change({ failNextSends: [] })
}

export const disorder: Act = async ({ meta, tally, random }) => {
  const before = (await meta.counts()).deliveries.made
  await meta.change({ duplicateWebhooks: true, reverseWebhooks: true, delayWebhooksMs: 400 })
  await pause(2_500 + random() * 1_000)
  await meta.change({ duplicateWebhooks: false, reverseWebhooks: false, delayWebhooksMs: 0 })
  tally.add('delivery twice, in reverse and late', (await meta.counts()).deliveries.made - before)
}

export const bigDelivery: Act = async ({ town, tally }) => {
  await town.writeTogether(1_000)
  tally.add('delivery of 1,000 updates')
}

async function useUp(
  meta: Meta,
  tally: Tally,
  name: string,
  fault: 'hangNextSends' | 'dropNextAnswers' | 'ignoreNextSends',
  times: number,
): Promise<void> {
  await meta.change({ [fault]: times })
  const left = async () => Number((await meta.faults()).faults[fault])
  await comesTrue(async () => (await left()) === 0, { withinMs: USED_WITHIN_MS })
  tally.add(name, times - (await left()))
  await meta.change({ [fault]: 0 })
}

async function refuseNext(meta: Meta, tally: Tally, name: string, codes: number[]): Promise<void> {
  await meta.change({ failNextSends: codes })
  const left = async () => ((await meta.faults()).faults.failNextSends as number[]).length
  await comesTrue(async () => (await left()) === 0, { withinMs: USED_WITHIN_MS })
  tally.add(name, codes.length - (await left()))
  await meta.change({ failNextSends: [] })
}

const starts = new WeakMap<House, Map<ProductProcess, number>>()

/** Whoever is not there is started. */
async function startAgain({ house }: Stage): Promise<void> {
  const missing = PROCESSES.filter((name) => house.pidOf(name) === undefined)
  const counts = starts.get(house) ?? new Map<ProductProcess, number>()
  starts.set(house, counts)
  await Promise.all(
    missing.map((name) => {
      const before = counts.get(name) ?? 0
      counts.set(name, before + 1)
      const shifts = CLOCK_SHIFTS.get(name) ?? [0]
      return house.start(name, shifts[before % shifts.length])
    }),
  )
}
