import type { Meta } from '../play/meta.ts'
import { type House, type ProductProcess, WEBS, WORKERS } from '../processes/house.ts'
import { comesTrue } from '../until.ts'
import { type Holding, holdAt, isDone } from './hold.ts'

interface HouseAndMeta {
  house: House
  meta: Meta
}

/** A moment between two steps. `strike` kills a process right there, and says which; null when nobody came by. */
export interface Boundary {
  name: string
  strike(world: HouseAndMeta): Promise<ProductProcess[] | null>
}

const SEND_WITHIN_MS = 12_000

/**
 * Every boundary between the steps of a message on its way in and out. Nothing in the product helps: it is held by
 * locks in the database, by a provider that does not answer, or by being frozen.
 */
export const boundaries: Boundary[] = [
  {
    name: 'web: delivery durable, not yet answered',
    strike: (world) => strikeAfter(world, WEBS, 'cc_webhook_deliveries', 'anything'),
  },
  {
    name: 'worker: deliveries claimed, nothing applied',
    strike: (world) =>
      strikeBefore(world, 'cc_communication_channels', 'access exclusive', 'deliveries it claimed'),
  },
  {
    name: 'worker: in the middle of applying',
    strike: (world) => strikeBefore(world, 'cc_external_conversations', 'share', 'deliveries it claimed'),
  },
  {
    name: 'worker: applied, not yet committed',
    strike: (world) => strikeAfter(world, WORKERS, 'cc_webhook_deliveries', 'deliveries it claimed'),
  },
  {
    name: 'worker: message reserved, attempt not yet written',
    strike: (world) => strikeBefore(world, 'cc_send_attempts', 'share', 'anything'),
  },
  {
    name: 'worker: attempt written, not yet at the provider',
    strike: (world) => strikeDuringSend(world, 'ignoreNextSends'),
  },
  {
    name: 'worker: taken by the provider, answer not yet recorded',
    strike: (world) => strikeDuringSend(world, 'hangNextSends'),
  },
  { name: 'worker: recorded, event not yet published', strike: strikeBeforePublishing },
]

/** Kills whoever waits to write the table. What it did in its transaction is undone. */
async function strikeBefore(
  { house }: HouseAndMeta,
  table: string,
  mode: 'share' | 'access exclusive',
  holding: Holding,
): Promise<ProductProcess[] | null> {
  const held = await holdAt(house, WORKERS, { table, mode, holding })
  if (!held) return null
  await house.kill(held.process)
  await held.release()
  return [held.process]
}

/** Freezes it, lets the database carry the statement out, and kills it before it hears of that. */
async function strikeAfter(
  { house }: HouseAndMeta,
  processes: readonly ProductProcess[],
  table: string,
  holding: Holding,
): Promise<ProductProcess[] | null> {
  const held = await holdAt(house, processes, { table, mode: 'share', holding })
  if (!held) return null
  house.freeze(held.process)
  await held.release()
  const isWritten = await comesTrue(() => isDone(house, held.backend), { withinMs: 5_000, everyMs: 5 })
  await house.kill(held.process)
  return isWritten ? [held.process] : null
}

/** Which of the workers is sending cannot be told from outside, so both go. */
async function strikeDuringSend(
  { house, meta }: HouseAndMeta,
  fault: 'ignoreNextSends' | 'hangNextSends',
): Promise<ProductProcess[] | null> {
  await meta.change({ [fault]: 1 })
  const isThere = await comesTrue(async () => (await meta.faults()).faults[fault] === 0, {
    withinMs: SEND_WITHIN_MS,
    everyMs: 10,
  })
  await Promise.all(WORKERS.map((name) => house.kill(name)))
  await meta.change({ [fault]: 0 })
  return isThere ? [...WORKERS] : null
}

/** What was recorded lies there until it is published: frozen while something lies there, they die before that. */
async function strikeBeforePublishing({ house }: HouseAndMeta): Promise<ProductProcess[] | null> {
  const liesThere = async () =>
    (await house.query("select 1 from cc_outgoing_events where event like '%.message.%' limit 1")).length > 0
  for (let tries = 0; tries < 20; tries++) {
    if (!(await comesTrue(liesThere, { withinMs: SEND_WITHIN_MS, everyMs: 2 }))) return null
    for (const name of WORKERS) house.freeze(name)
    if (await liesThere()) {
      await Promise.all(WORKERS.map((name) => house.kill(name)))
      return [...WORKERS]
    }
    for (const name of WORKERS) house.unfreeze(name)
  }
  return null
}
