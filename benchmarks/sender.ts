// `npm run bench:sender`: how fast and how evenly messages leave, as README.md beside this file describes.
// `-- --seconds=20` for shorter.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { GraphCounts } from './graph-process.ts'
import type { FilledOutbox } from './outbox-process.ts'
import { type Child, startChild } from './parts/child.ts'
import { Desk } from './parts/desk.ts'
import { freePort } from './parts/free-port.ts'
import { percentile } from './parts/percentile.ts'
import { type Ground, inSurroundings } from './parts/surroundings.ts'
import { printConfiguration } from './report/print.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
const SECONDS = Number(options.seconds)
const WARM_UP_SECONDS = 5
const BACKLOG = 10_000
const PER_SECOND = 80
const SHARE_BAR = 0.98
const CLICK_BAR_MS = 2_000
const CLICK_EVERY_MS = 500

interface Run {
  workers: number
  perSecond: number
  peak: number
  refused: Record<string, number>
  clicks: number[]
}

const graphPort = String(await freePort())
const graphUrl = `http://127.0.0.1:${graphPort}`

await inSurroundings('open_mercato_sender', async (ground) => {
  const graph = await startChild('graph-process', { PORT: graphPort, SIMULATOR_URL: ground.simulatorUrl })
  process.env.OM_WHATSAPP_GRAPH_URL = graphUrl
  try {
    await printConfiguration(ground.server)
    const runs = [await measure(ground, 1), await measure(ground, 2)]
    print(runs)
    process.exitCode = runs.every(isWithinBars) ? 0 : 1
  } finally {
    await graph.stop()
  }
})

async function measure(ground: Ground, workers: number): Promise<Run> {
  const DATABASE_URL = await ground.freshDatabase()
  const port = String(await freePort())
  const children: Child<unknown>[] = []
  try {
    const web = await startChild<FilledOutbox>('outbox-process', {
      DATABASE_URL,
      PORT: port,
      BACKLOG: String(BACKLOG + (SECONDS + WARM_UP_SECONDS + 5) * PER_SECOND),
    })
    children.push(web)
    for (let nth = 0; nth < workers; nth++) {
      const PORT = String(await freePort())
      children.push(await startChild('product-process', { DATABASE_URL, PORT, WORKERS: 'on' }))
    }
    const desk = await Desk.open(`http://127.0.0.1:${port}`, 'agent@acme.test')
    await pause(WARM_UP_SECONDS * 1000)
    await countsOfGraph()
    const startedAt = performance.timeOrigin + performance.now()
    const clicks = await clickFor(desk, web.said.staffConversations)
    const counts = await countsOfGraph()
    desk.close()
    const within = counts.taken.filter((at) => at >= startedAt && at < startedAt + SECONDS * 1000)
    return {
      workers,
      perSecond: within.length / SECONDS,
      peak: mostInASecond(counts.taken),
      refused: counts.refused,
      clicks: [...clicks].map(([id, at]) => (counts.answered[id] ?? Number.POSITIVE_INFINITY) - at),
    }
  } finally {
    for (const child of children.reverse()) await child.stop()
  }
}

/** Staff write as long as is measured; when they clicked, by our id. */
async function clickFor(desk: Desk, conversations: string[]): Promise<Map<string, number>> {
  const clicks = new Map<string, number>()
  const asked: Promise<void>[] = []
  const end = performance.now() + SECONDS * 1000
  for (let nth = 0; performance.now() < end; nth++) {
    const at = performance.timeOrigin + performance.now()
    const conversation = conversations[nth % conversations.length]!
    const send = desk.send(conversation, 'It is on its way.', randomUUID())
    asked.push(send.then((id) => void clicks.set(id, at)))
    await pause(CLICK_EVERY_MS)
  }
  await Promise.all(asked)
  // The last one may still be on its way.
  await pause(CLICK_BAR_MS)
  return clicks
}

async function countsOfGraph(): Promise<GraphCounts> {
  return (await fetch(`${graphUrl}/counts`)).json() as Promise<GraphCounts>
}

function mostInASecond(times: number[]): number {
  let most = 0
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[first]! <= times[last]! - 1000) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

function isWithinBars({ perSecond, refused, clicks }: Run): boolean {
  return (
    perSecond >= PER_SECOND * SHARE_BAR &&
    Object.keys(refused).length === 0 &&
    percentile(clicks, 95) < CLICK_BAR_MS
  )
}

function print(runs: Run[]): void {
  for (const run of runs) {
    const { workers, perSecond, peak, refused, clicks } = run
    const share = ((perSecond / PER_SECOND) * 100).toFixed(1)
    console.log(
      [
        `${workers} worker process${workers === 1 ? '' : 'es'}, ${SECONDS} s, ${BACKLOG} and more of a batch waiting:`,
        `  ${perSecond.toFixed(2)} messages/s (${share} % of ${PER_SECOND}), at most ${peak} within any second`,
        `  refused: ${refused['130429'] ?? 0} with 130429, ${refused['131056'] ?? 0} with 131056`,
        `  from click to Graph's acceptance: p50 ${percentile(clicks, 50)} ms, p95 ${percentile(clicks, 95)} ms of ${clicks.length}`,
        `  ${isWithinBars(run) ? 'within the bars' : 'NOT within the bars'}`,
      ].join('\n'),
    )
  }
}
