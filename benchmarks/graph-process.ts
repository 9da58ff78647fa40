// Graph as the sender meets it: takes a message after 50 ms, refuses what is more than a number or a pair may send, and
// counts exactly. All else is the simulator's, which is asked for it.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { given, onStop, say } from './parts/within-child.ts'

export interface GraphCounts {
  /** Milliseconds since 1970 at which messages arrived that were taken, in order; with fractions. */
  taken: number[]
  refused: Record<string, number>
  /** When messages of staff were answered, by our id. */
  answered: Record<string, number>
}

const ANSWER_MS = 50
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const PER_SECOND = 80
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform#pair-rate-limits */
const PAIR_SPACING_MS = 6_000
const PAIR_BURST = 45

const simulator = given('SIMULATOR_URL')
const pairs = new Map<string, number>()
let counts: GraphCounts = { taken: [], refused: {}, answered: {} }
let wamids = 0

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now()
  const answering = /^\/v[\d.]+\/\d+\/messages$/.test(request.url!)
    ? send(request, response, at)
    : request.url === '/counts'
      ? tell(response)
      : pass(request, response)
  answering.catch((error: unknown) => response.writeHead(500).end(String(error)))
}).listen(Number(given('PORT')), '127.0.0.1')
await once(server, 'listening')
onStop(async () => {
  server.closeAllConnections()
  server.close()
})
say({ isReady: true })

async function send(request: IncomingMessage, response: ServerResponse, at: number): Promise<void> {
  const message = JSON.parse(await bodyOf(request)) as { to: string; biz_opaque_callback_data: string }
  const code = refusal(message.to, at)
  if (code === null) counts.taken.push(at)
  else counts.refused[code] = (counts.refused[code] ?? 0) + 1
  await pause(ANSWER_MS)
  response.setHeader('content-type', 'application/json')
  if (code !== null) {
    response.writeHead(400).end(JSON.stringify({ error: { message: `(#${code})`, code } }))
    return
  }
  counts.answered[message.biz_opaque_callback_data] = performance.timeOrigin + performance.now()
  const messages = [{ id: `wamid.bench${wamids++}` }]
  response.end(JSON.stringify({ messaging_product: 'whatsapp', messages }))
}

function refusal(to: string, at: number): number | null {
  let within = 0
  for (let index = counts.taken.length - 1; index >= 0 && counts.taken[index]! > at - 1000; index--) within++
  if (within >= PER_SECOND) return 130429
  const paidUntil = pairs.get(to) ?? 0
  if (paidUntil - at > (PAIR_BURST - 1) * PAIR_SPACING_MS) return 131056
  pairs.set(to, Math.max(paidUntil, at) + PAIR_SPACING_MS)
  return null
}

async function tell(response: ServerResponse): Promise<void> {
  response.end(JSON.stringify(counts))
  counts = { taken: [], refused: {}, answered: {} }
}

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request)
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => ['authorization', 'content-type'].includes(name)),
  ) as Record<string, string>
  const answer = await fetch(`${simulator}${request.url}`, {
    method: request.method,
    headers,
    ...(body && { body }),
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
