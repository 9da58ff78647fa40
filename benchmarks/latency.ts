// `npm run bench:latency`: what a person waits for at normal load, as README.md beside this file describes.
// `-- --answers=150` for longer.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { LoadResult } from './load-process.ts'
import { startChild } from './parts/child.ts'
import { signedDelivery } from './parts/deliveries.ts'
import { Desk } from './parts/desk.ts'
import { freePort } from './parts/free-port.ts'
import { percentile } from './parts/percentile.ts'
import { Phones, type Writer } from './parts/phones.ts'
import { inSurroundings } from './parts/surroundings.ts'
import { webhookUrl } from './parts/webhook-url.ts'
import { printConfiguration } from './report/print.ts'

const { values: options } = parseArgs({ options: { answers: { type: 'string', default: '100' } } })
const ANSWERS = Number(options.answers)
const PEOPLE = 25
/** What comes in meanwhile, and how often somebody of staff answers: a busy shop. */
const INBOUND_PER_SECOND = 50
const ANSWER_EVERY_MS = 250
const CLICK_BAR_MS = 2_000
const SCREEN_BAR_MS = 500
const account = defaultAccounts[0]!
const phoneNumberId = account.numbers[0]!.id

await inSurroundings('open_mercato_latency', async ({ freshDatabase, server, simulatorUrl }) => {
  await printConfiguration(server)
  const DATABASE_URL = await freshDatabase()
  const port = await freePort()
  const product = await startChild('product-process', { DATABASE_URL, PORT: String(port), WORKERS: 'on' })
  const URL = await webhookUrl(simulatorUrl, account.wabaId)
  const desk = await Desk.open(`http://127.0.0.1:${port}`, 'agent@acme.test')
  const phones = new Phones(simulatorUrl)
  const conversations = await startConversations(desk, phones)
  const SECONDS = String(Math.ceil((ANSWERS * ANSWER_EVERY_MS) / 1000))
  const load = startChild<LoadResult>('load-process', {
    ...{ URL, RUN: 'L', RATE: String(INBOUND_PER_SECOND), SECONDS, WARM_UP_SECONDS: '0' },
  })

  const clicks: number[] = []
  const screens: number[] = []
  const answers: Promise<void>[] = []
  for (let nth = 0; nth < ANSWERS; nth++) {
    answers.push(answer(desk, phones, conversations[nth % PEOPLE]!, URL, clicks, screens))
    await pause(ANSWER_EVERY_MS)
  }
  await Promise.all(answers)
  await (await load).stop()
  desk.close()
  await product.stop('SIGKILL')
  print(clicks, screens)
})

/** People who have written, so that their windows are open. From then on only this program reports statuses. */
async function startConversations(desk: Desk, phones: Phones): Promise<{ id: string; writer: Writer }[]> {
  const writers = await phones.write(PEOPLE, phoneNumberId)
  await desk.until('everybody is in the inbox', async () => (await desk.conversations()).size >= PEOPLE)
  const known = await desk.conversations()
  await phones.setFaults({ dropWebhooks: true })
  return writers.map((writer) => ({ id: known.get(`+${writer.phone}`)!, writer }))
}

/** One answer, from the click until its report is on the screen. */
async function answer(
  desk: Desk,
  phones: Phones,
  { id: conversationId, writer }: { id: string; writer: Writer },
  url: string,
  clicks: number[],
  screens: number[],
): Promise<void> {
  const clickedAt = Date.now()
  const messageId = await desk.send(conversationId, `We are on it, ${writer.name}.`, randomUUID())
  const accepted = await phones.accepted(messageId)
  clicks.push(accepted.at - clickedAt)
  // The answer to the sender is on its way, and this report must not overtake it for good measure.
  await desk.shows(conversationId, messageId, ['sent', 'delivered'])

  const reportedAt = performance.now()
  const shown = desk.shows(conversationId, messageId, ['delivered'])
  const at = Math.floor(Date.now() / 1000)
  const { body, signature } = signedDelivery(account, phoneNumberId, {
    statuses: [{ id: accepted.wamid, status: 'delivered', at, to: writer }],
  })
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  await (await fetch(url, { method: 'POST', body, headers })).arrayBuffer()
  await shown
  screens.push(performance.now() - reportedAt)
}

function print(clicks: number[], screens: number[]): void {
  const figures = (values: number[]) =>
    `p50 ${percentile(values, 50)} ms   p95 ${percentile(values, 95)} ms   worst ${percentile(values, 100)} ms`
  const isQuick = percentile(clicks, 95) < CLICK_BAR_MS && clicks.length === ANSWERS
  const isLive = percentile(screens, 95) < SCREEN_BAR_MS && screens.length === ANSWERS
  console.log(
    `${ANSWERS} answers, one every ${ANSWER_EVERY_MS} ms, while ${INBOUND_PER_SECOND} messages a second come in`,
  )
  console.log(`  from the click to Graph's acceptance    ${figures(clicks)}`)
  console.log(`  from a status webhook to the screen     ${figures(screens)}`)
  console.log(
    `  bar: p95 < ${CLICK_BAR_MS} ms ${isQuick ? 'kept' : 'MISSED'}, p95 < ${SCREEN_BAR_MS} ms ${isLive ? 'kept' : 'MISSED'}`,
  )
  if (!isQuick || !isLive) process.exitCode = 1
}
