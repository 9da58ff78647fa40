// Three floods at once: forged deliveries, bodies that hardly come, and one tenant's valid ones. Says how they were
// answered.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { person, type SignedDelivery, signedDelivery } from './parts/deliveries.ts'
import { postOver } from './parts/post.ts'
import { given, say } from './parts/within-child.ts'

/** How many were answered with which status; 0: the connection was cut. */
export type Answers = Record<number, number>

export interface AttackResult {
  forged: Answers
  slow: Answers
  flood: Answers
}

const FORGERS = 100
const SLOW_CONNECTIONS = 100
const FLOOD_CONNECTIONS = 20
const FLOOD_MESSAGES = 100
/** Each of the floods comes from so many addresses, but the tenant's, which is Meta's. */
const SOURCES = 20
const META = '31.13.24.1'

const url = given('URL')
const [account] = defaultAccounts
const phoneNumberId = account!.numbers[0]!.id
const end = Date.now() + Number(given('SECONDS')) * 1000

const [forged, slow, flood] = await Promise.all([forge(), trickle(), pour()])
say({ forged, slow, flood } satisfies AttackResult)

/** The right form, the wrong secret. */
function forge(): Promise<Answers> {
  const post = postOver(FORGERS)
  const delivery = { ...valid('forged', 1), signature: `sha256=${'0'.repeat(64)}` }
  return keepAt(FORGERS, (serial) => post(url, `198.51.100.${serial % SOURCES}`, delivery))
}

/** Announces a megabyte and sends a byte a second of it. */
function trickle(): Promise<Answers> {
  const { hostname, port, pathname } = new URL(url)
  return keepAt(SLOW_CONNECTIONS, (serial) => {
    const lines = [
      `POST ${pathname} HTTP/1.1`,
      `host: ${hostname}`,
      `x-forwarded-for: 203.0.113.${serial % SOURCES}`,
      `x-hub-signature-256: sha256=${'0'.repeat(64)}`,
      'content-length: 1048576',
    ]
    return new Promise<number>((resolve) => {
      const socket = connect(Number(port), hostname)
      let status = 0
      const dripping = setInterval(() => socket.write('x'), 1_000)
      const over = setTimeout(() => socket.destroy(), Math.max(0, end - Date.now()))
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.on('data', (chunk) => {
        status = Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1] ?? status)
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        clearInterval(dripping)
        clearTimeout(over)
        resolve(status)
      })
    })
  })
}

/** Everything right, only too much of it. */
function pour(): Promise<Answers> {
  const post = postOver(FLOOD_CONNECTIONS)
  return keepAt(FLOOD_CONNECTIONS, (serial) => post(url, META, valid(`flood.${serial}`, FLOOD_MESSAGES)))
}

function valid(run: string, messages: number): SignedDelivery {
  const at = Math.floor(Date.now() / 1000)
  return signedDelivery(account!, phoneNumberId, {
    messages: Array.from({ length: messages }, (_, index) => ({
      id: `wamid.${run}.${index}`,
      from: person(index),
      text: 'One of very many.',
      at,
    })),
  })
}

/** So many at a time, until the time is over. */
async function keepAt(connections: number, ask: (serial: number) => Promise<number>): Promise<Answers> {
  const answers: Answers = {}
  let serial = 0
  const one = async () => {
    while (Date.now() < end) {
      const status = await ask(serial++)
      answers[status] = (answers[status] ?? 0) + 1
      if (status === 0) await pause(10)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return answers
}
