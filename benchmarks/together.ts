// `npm run bench:together`: acknowledging and storing at once, as README.md beside this file describes.
// `-- --rate=1000 --seconds=10` for less.
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { LoadResult } from './load-process.ts'
import { startChild } from './parts/child.ts'
import { query } from './parts/databases.ts'
import { freePort } from './parts/free-port.ts'
import { percentile } from './parts/percentile.ts'
import { inSurroundings } from './parts/surroundings.ts'
import { webhookUrl } from './parts/webhook-url.ts'
import type { ProbeResult } from './probe-process.ts'
import { printConfiguration } from './report/print.ts'

const { values: options } = parseArgs({
  options: { rate: { type: 'string', default: '2250' }, seconds: { type: 'string', default: '20' } },
})
const RATE = Number(options.rate)
/** As long as a worker takes until its code is compiled and what waited meanwhile is stored. */
const WARM_UP_SECONDS = 10
const STORED_BAR = 2_000
/** A fixed rate is met up to what a start and an end cost. */
const NEARLY = 0.99
const INBOX_BAR_MS = 1_000
const account = defaultAccounts[0]!

await inSurroundings('open_mercato_together', async ({ freshDatabase, server, simulatorUrl }) => {
  await printConfiguration(server, WARM_UP_SECONDS)
  const DATABASE_URL = await freshDatabase()
  const product = (WORKERS: 'on' | 'off', PORT: string) =>
    startChild('product-process', { DATABASE_URL, PORT, WORKERS })
  const worker = await product('on', String(await freePort()))
  // Whoever starts last is where webhooks go.
  const web = await product('off', String(await freePort()))
  const URL = await webhookUrl(simulatorUrl, account.wabaId)
  const SECONDS = options.seconds
  const WARM_UP = String(RATE * WARM_UP_SECONDS)
  const probing = startChild<ProbeResult>('probe-process', { URL, DATABASE_URL, SECONDS, WARM_UP })
  const load = await startChild<LoadResult>('load-process', {
    ...{ URL, RUN: 'T', RATE: String(RATE), SECONDS, WARM_UP_SECONDS: String(WARM_UP_SECONDS) },
  })
  const [left] = await query<{ n: number }>(
    DATABASE_URL,
    "select count(*)::int as n from cc_webhook_deliveries where state = 'pending'",
  )
  const probes = await probing
  await Promise.all([load.stop(), probes.stop()])
  await Promise.all([web.stop('SIGKILL'), worker.stop('SIGKILL')])
  print(load.said, probes.said, left!.n)
})

function print(load: LoadResult, probes: ProbeResult, left: number): void {
  const p95 = percentile(probes.inboxMs, 95)
  console.log(
    `Deliveries of one message, ${RATE}/s for ${options.seconds} s, a web and a worker process, one PostgreSQL`,
  )
  console.log(`  acknowledged  ${load.perSecond.toFixed(0)}/s   p50 ${load.p50Ms} ms   p99 ${load.p99Ms} ms`)
  console.log(`  left to store when the load ended: ${left}`)
  console.log(
    `  from acknowledgement to inbox   p50 ${percentile(probes.inboxMs, 50)} ms   p95 ${p95} ms` +
      `   (${probes.inboxMs.length} samples, ${probes.unseen} not seen)`,
  )
  const keepsUp = load.perSecond >= STORED_BAR * NEARLY && left < RATE
  const isPrompt = p95 < INBOX_BAR_MS && probes.unseen === 0
  console.log(
    `  bar: ${STORED_BAR}/s acknowledged and stored ${keepsUp ? 'kept' : 'MISSED'}, p95 < ${INBOX_BAR_MS} ms ${isPrompt ? 'kept' : 'MISSED'}`,
  )
  if (!keepsUp || !isPrompt || load.refused > 0) process.exitCode = 1
}
