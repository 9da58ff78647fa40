import { setTimeout as pause } from 'node:timers/promises'
import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'
import { query } from '../../benchmarks/parts/databases.ts'
import { webhookUrl } from '../../benchmarks/parts/webhook-url.ts'
import { type PlannedDelivery, planDeliveries } from './deliveries.ts'
import type { Findings } from './findings.ts'
import { Meta } from './meta.ts'
import type { Shop } from './shop.ts'
import { readStored, type Stored } from './stored.ts'
import { until } from './until.ts'

const LONGEST_LIFE_MS = 2_500
const DAY_MS = 24 * 60 * 60 * 1000

export interface CrashContext {
  shop: Shop
  databaseUrl: string
  simulatorUrl: string
  account: SimulatorAccount
  random: () => number
  findings: Findings
}

/** Kills the product while deliveries pour in, starts it again each time, and compares what is there in the end. */
export async function crashUnderLoad(ctx: CrashContext, kills: number): Promise<void> {
  const { shop, account, random, simulatorUrl } = ctx
  const url = await webhookUrl(simulatorUrl, account.wabaId)
  const meta = new Meta(url, planDeliveries(account, random))
  for (let kill = 0; kill < kills; kill++) {
    const before = meta.acknowledged.length
    await until('deliveries are acknowledged', () => meta.acknowledged.length > before, 10)
    await pause(random() * LONGEST_LIFE_MS)
    await shop.kill()
    await shop.start()
  }
  await meta.finish()
  await until('the journal is drained', async () => (await waiting(ctx.databaseUrl)) === 0)
  compare(ctx, meta, await readStored(ctx))
}

async function waiting(databaseUrl: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    databaseUrl,
    "select count(*)::int as n from cc_webhook_deliveries where state = 'pending'",
  )
  return row!.n
}

function compare({ findings, shop }: CrashContext, meta: Meta, stored: Stored): void {
  const { acknowledged } = meta
  const messages = new Map(
    acknowledged.flatMap((d) => d.messages.map((m) => [m.id, { ...m, on: d.phoneNumberId }])),
  )
  const statuses = new Set(acknowledged.flatMap((delivery) => delivery.statuses.map(({ id }) => id)))

  const lost = [...messages.keys()].filter((id) => !stored.messages.has(id))
  lost.push(...[...statuses].filter((id) => !stored.statuses.has(id)))
  const doubled = [...stored.messages, ...stored.statuses].flatMap(([id, { count }]) =>
    count > 1 ? [id] : [],
  )
  const misfiled = [...messages.values()].flatMap(({ id, from, on }) => {
    const found = stored.messages.get(id)
    return found && (found.phone !== `+${from.phone}` || found.phoneNumberId !== on) ? [id] : []
  })
  console.log(
    `${shop.kills} kills, ${meta.cutOff} requests cut off or refused: acknowledged ${acknowledged.length} deliveries` +
      ` (${messages.size} messages, ${statuses.size} statuses), stored ${stored.messages.size} + ${stored.statuses.size},` +
      ` lost ${lost.length}, doubled ${doubled.length}, misfiled ${misfiled.length}`,
  )
  const { journal } = stored
  findings.note('every acknowledged delivery is in the journal, applied', [
    ...(journal.rows < acknowledged.length
      ? [`${journal.rows} rows for ${acknowledged.length} answers of 200`]
      : []),
    ...(journal.applied < journal.rows ? [`${journal.rows - journal.applied} not applied`] : []),
    ...(journal.odd > 0 ? [`${journal.odd} foreign, disabled or unreadable`] : []),
  ])
  findings.note('nothing acknowledged is lost', lost)
  findings.note('nothing is stored twice', [
    ...doubled,
    ...(journal.messages === stored.messages.size ? [] : [`${journal.messages} counted as new`]),
  ])
  findings.note('every message is in the thread of who wrote it, on the number it was written to', misfiled)
  findings.note(
    'unread counts, last activity and windows are those of the messages',
    wrongThreads(messages, stored),
  )
}

/** The end state of each thread, worked out from what was sent. */
function wrongThreads(
  messages: Map<string, PlannedDelivery['messages'][number] & { on: string }>,
  stored: Stored,
) {
  const threads = Map.groupBy(messages.values(), ({ from, on }) => `+${from.phone} on ${on}`)
  const wrong = [...stored.threads.keys()]
    .filter((key) => !threads.has(key))
    .map((key) => `${key} is not known`)
  for (const [key, sent] of threads) {
    const latest = Math.max(...sent.map(({ at }) => at)) * 1000
    const expected = {
      unread: sent.length,
      lastAt: new Date(latest).toISOString(),
      windowUntil: new Date(latest + DAY_MS).toISOString(),
    }
    const found = stored.threads.get(key)
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      wrong.push(`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
    }
  }
  return wrong
}
