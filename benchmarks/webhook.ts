// `npm run bench:webhook`: what README.md beside this file describes. `-- --seconds=3` makes it short.
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { LoadResult } from './load-process.ts'
import { startChild } from './parts/child.ts'
import { query } from './parts/databases.ts'
import { freePort } from './parts/free-port.ts'
import { type Ground, inSurroundings } from './parts/surroundings.ts'
import { webhookUrl } from './parts/webhook-url.ts'
import { type Measured, median, printConfiguration, printHalf, printLoad } from './report/print.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } })
const ROUNDS = 3
const WARM_UP_SECONDS = 3
/** The engine compiles the product's code anew after five seconds of half the load, which the other core pays for. */
const HALF_WARM_UP_SECONDS = 10
const account = defaultAccounts[0]!

interface Offered {
  warmUpSeconds: number
  /** Deliveries a second; absent: as many as are answered. */
  rate?: number
}

await inSurroundings('open_mercato_benchmark', async (ground) => {
  await printConfiguration(ground.server, WARM_UP_SECONDS)
  const most = await measureRounds(ground, () => ({ warmUpSeconds: WARM_UP_SECONDS }))
  printLoad(most)
  const halves = { floor: 'acknowledging', acknowledging: 'acknowledging', working: 'working' } as const
  printHalf(
    await measureRounds(ground, (what) => ({
      warmUpSeconds: HALF_WARM_UP_SECONDS,
      rate: Math.floor(median(most, halves[what]) / 2),
    })),
  )
})

async function measureRounds(
  ground: Ground,
  offered: (what: Measured['what']) => Offered,
): Promise<Measured[]> {
  const measured: Measured[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    measured.push(
      await measureFloor(ground, round, offered('floor')),
      await measureProduct(ground, round, 'off', offered('acknowledging')),
      await measureProduct(ground, round, 'on', offered('working')),
    )
  }
  return measured
}

async function measureFloor(ground: Ground, round: number, offered: Offered): Promise<Measured> {
  const DATABASE_URL = await ground.freshDatabase()
  const PORT = String(await freePort())
  const floor = await startChild('floor-process', { DATABASE_URL, PORT, APP_SECRET: account.appSecret })
  const load = await putLoad(`http://127.0.0.1:${PORT}/`, `F${round}`, offered)
  await floor.stop()
  const kept = await count(DATABASE_URL, 'floor_journal')
  return { what: 'floor', round, load, kept, stored: null }
}

async function measureProduct(
  ground: Ground,
  round: number,
  WORKERS: 'on' | 'off',
  offered: Offered,
): Promise<Measured> {
  const DATABASE_URL = await ground.freshDatabase()
  const PORT = String(await freePort())
  const product = await startChild('product-process', { DATABASE_URL, PORT, WORKERS })
  const load = await putLoad(
    await webhookUrl(ground.simulatorUrl, account.wabaId),
    `P${round}${WORKERS}`,
    offered,
  )
  // What it has not worked off yet is not waited for.
  await product.stop('SIGKILL')
  const kept = await count(DATABASE_URL, 'cc_webhook_deliveries')
  const stored = WORKERS === 'on' ? await count(DATABASE_URL, 'cc_external_messages') : null
  return { what: WORKERS === 'on' ? 'working' : 'acknowledging', round, load, kept, stored }
}

async function putLoad(URL: string, RUN: string, { warmUpSeconds, rate }: Offered): Promise<LoadResult> {
  const load = await startChild<LoadResult>('load-process', {
    ...{ URL, RUN, SECONDS: options.seconds, WARM_UP_SECONDS: String(warmUpSeconds) },
    RATE: rate === undefined ? '' : String(rate),
  })
  await load.stop()
  return load.said
}

async function count(url: string, table: string): Promise<number> {
  const [row] = await query<{ n: number }>(url, `select count(*)::int as n from ${table}`)
  return row!.n
}
