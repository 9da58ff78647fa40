// `npm run bench:attack`: what becomes of one tenant's deliveries while others attack, as README.md beside this file
// describes. `-- --seconds=10` makes it short.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Answers, AttackResult } from './attack-process.ts'
import { startChild } from './parts/child.ts'
import { query } from './parts/databases.ts'
import { person, signedDelivery } from './parts/deliveries.ts'
import { freePort } from './parts/free-port.ts'
import { percentile } from './parts/percentile.ts'
import { postOver } from './parts/post.ts'
import { inSurroundings } from './parts/surroundings.ts'
import { webhookUrl } from './parts/webhook-url.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '15' } } })
const CALM_SECONDS = 4
const EVERY_MS = 20
/** Meta's, as our proxy would name it; not the one of the flood, whom nobody doubts either. */
const SOURCE = '31.13.24.2'
const [target, honest] = defaultAccounts as [(typeof defaultAccounts)[0], (typeof defaultAccounts)[0]]

process.env.LOG_LEVEL ??= 'error'
process.env.TRUST_PROXY = '1'

await inSurroundings('open_mercato_attack', async ({ freshDatabase, simulatorUrl }) => {
  const DATABASE_URL = await freshDatabase()
  const product = await startChild('product-process', {
    DATABASE_URL,
    PORT: String(await freePort()),
    WORKERS: 'off',
  })
  const memory = watchMemory(product.pid)
  const url = await webhookUrl(simulatorUrl, honest.wabaId)
  const calm = await deliver(url, CALM_SECONDS, 'calm')
  const URL = await webhookUrl(simulatorUrl, target.wabaId)
  const attacking = startChild<AttackResult>('attack-process', { URL, SECONDS: options.seconds })
  const attacked = await deliver(url, Number(options.seconds), 'attacked')
  const attack = await attacking
  await attack.stop()
  const resident = memory.stop()
  await product.stop('SIGKILL')
  const [kept] = await query<{ n: number }>(
    DATABASE_URL,
    `select count(*)::int as n from cc_webhook_deliveries d join organizations o on o.id = d.organization_id
     where o.slug = 'birch'`,
  )
  print(calm, attacked, attack.said, resident, kept!.n)
})

interface Delivered {
  ms: number[]
  answers: Answers
}

/** Fifty deliveries a second, however long the answers take. */
async function deliver(url: string, seconds: number, run: string): Promise<Delivered> {
  const post = postOver(Number.POSITIVE_INFINITY)
  const delivered: Delivered = { ms: [], answers: {} }
  const posts: Promise<void>[] = []
  const start = performance.now()
  for (let serial = 0; performance.now() - start < seconds * 1000; serial++) {
    posts.push(one(serial))
    await pause(Math.max(0, start + (serial + 1) * EVERY_MS - performance.now()))
  }
  await Promise.all(posts)
  return delivered

  async function one(serial: number): Promise<void> {
    const at = Math.floor(Date.now() / 1000)
    const messages = [{ id: `wamid.${run}.${serial}`, from: person(serial % 100), text: 'Hello', at }]
    const delivery = signedDelivery(honest, honest.numbers[0]!.id, { messages })
    const since = performance.now()
    const status = await post(url, SOURCE, delivery)
    delivered.ms.push(performance.now() - since)
    delivered.answers[status] = (delivered.answers[status] ?? 0) + 1
  }
}

/** Megabytes, as the kernel counts them. */
function watchMemory(pid: number): { stop(): { before: number; highest: number } } {
  const residentNow = () =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  const before = residentNow()
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, residentNow())
  }, 100)
  return {
    stop() {
      clearInterval(timer)
      return { before, highest }
    },
  }
}

function print(
  calm: Delivered,
  attacked: Delivered,
  attack: AttackResult,
  memory: { before: number; highest: number },
  kept: number,
): void {
  const of = (name: string, { ms, answers }: Delivered) =>
    console.log(
      `  ${name.padEnd(22)} p50 ${percentile(ms, 50)} ms   p99 ${percentile(ms, 99)} ms   ${inWords(answers)}`,
    )
  console.log(`One tenant's deliveries, 50 a second, one web process (${options.seconds} s under attack)`)
  of('in peace', calm)
  of('under attack', attacked)
  console.log('The attack')
  console.log(`  forged, 100 connections            ${inWords(attack.forged)}`)
  console.log(`  a byte a second, 100 connections   ${inWords(attack.slow)}`)
  console.log(`  another tenant's, 20 connections   ${inWords(attack.flood)}`)
  console.log(`Memory: ${memory.before} MB at the start, ${memory.highest} MB at most`)

  const acknowledged = (calm.answers[200] ?? 0) + (attacked.answers[200] ?? 0)
  const isWhole = attacked.ms.length === (attacked.answers[200] ?? 0) && kept >= acknowledged
  if (!isWhole) {
    console.log(`MISSED: every one of them is acknowledged and kept (${kept} kept)`)
    process.exitCode = 1
  }
}

function inWords(answers: Answers): string {
  return Object.entries(answers)
    .map(([status, count]) => `${count} × ${status === '0' ? 'cut off' : status}`)
    .join(', ')
}
