import { connectionDirectory } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/connections/connection-directory'
import {
  DOOR_SETTINGS,
  openDoor,
} from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/webhook/door/door'
import { metaJson, signWebhook } from '@open-mercato/whatsapp-simulator'
import { type HttpServer, openHttpServer } from '../src/httpServer.ts'
import { delivery, textMessage } from './support/payloads.ts'
import { type RawAnswer, rawRequest } from './support/rawRequest.ts'
import { openShop, type Shop, type Tenant } from './support/shop.ts'

const MB = 1024 * 1024
/** Before it is limited; see the rule's own test. */
const ALLOWED = 30
const FORGED = signWebhook('another body', 'another secret')

let shop: Shop
let server: HttpServer
beforeAll(async () => {
  shop = await openShop({ trustProxy: 1 })
  await openWith(DOOR_SETTINGS.patience)
  server = await openHttpServer(shop.listener, { port: 0, address: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await server.stop(0)
  await shop.close()
})

async function openWith(patience: { wholeMs: number; silenceMs: number }): Promise<void> {
  const directory = await connectionDirectory(shop.host.orm.em)
  await openDoor(directory, { ...DOOR_SETTINGS, patience, limitedAfterMs: 1 })
}

let lastSource = 0
/** Somebody nobody has heard of, as our proxy would name them. */
const newSource = () => `198.51.100.${++lastSource}`

interface Sending {
  path?: string
  signature?: string | null
  length?: number | null
  body?: string | Buffer
  untilClosed?: boolean
}

function post(source: string, tenant: Tenant, sending: Sending = {}): Promise<RawAnswer> {
  const {
    path = tenant.webhookPath,
    signature = FORGED,
    body = '',
    length = Buffer.byteLength(body),
  } = sending
  const lines = [`POST ${path} HTTP/1.1`, 'host: shop.example', `x-forwarded-for: ${source}`]
  if (signature !== null) lines.push(`x-hub-signature-256: ${signature}`)
  lines.push(length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`)
  return rawRequest(server.port, lines, body, sending.untilClosed)
}

let made = 0
function deliver(source: string, tenant: Tenant, text = 'Hello'): Promise<RawAnswer> {
  const body = metaJson(delivery(tenant, [textMessage({ id: `wamid.attack.${++made}`, text })]))
  return post(source, tenant, { body, signature: signWebhook(body, tenant.account.appSecret) })
}

async function statuses(count: number, ask: () => Promise<RawAnswer>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: count }, ask))
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('what is refused before a byte of its body is read', () => {
  it.each([
    ['a signature that is missing', { signature: null }, 401],
    ['a malformed signature', { signature: 'sha256=abc' }, 401],
    ['a key that no connection has', { path: `/api/channel_whatsapp/webhook/${'x'.repeat(32)}` }, 404],
    ['a body that says it is too large', { length: 3 * MB + 1 }, 413],
    ['no length and no signature', { length: null, signature: null }, 401],
  ])('%s', async (_, sending, status) => {
    expect(await post(newSource(), shop.acme, { length: 1_000, ...sending })).toMatchObject({ status })
  })

  it('an address that only ever forged, and none of the others', async () => {
    const [forger, metas] = [newSource(), newSource()]
    const forge = () => post(forger, shop.acme, { body: '{}' })
    expect(await statuses(ALLOWED, forge)).toEqual({ 401: ALLOWED })
    expect((await statuses(20, forge))[429]).toBeGreaterThanOrEqual(15)
    const unread = await post(forger, shop.acme, { length: 1_000 })
    expect(unread).toMatchObject({ status: 429, headers: expect.stringContaining('retry-after') })
    expect(await deliver(metas, shop.acme)).toMatchObject({ status: 200 })
    expect(await deliver(forger, shop.birch)).toMatchObject({ status: 200 })
  })

  it('an address that makes keys up, while the real ones stay open to it', async () => {
    const guesser = newSource()
    const path = () => `/api/channel_whatsapp/webhook/${String(++made).padStart(32, 'k')}`
    const guess = () => post(guesser, shop.acme, { path: path() })
    expect(await statuses(ALLOWED, guess)).toEqual({ 404: ALLOWED })
    expect((await statuses(20, guess))[429]).toBeGreaterThanOrEqual(15)
    expect(await deliver(guesser, shop.acme)).toMatchObject({ status: 200 })
  })
})

it('never refuses an address that delivers, however much is forged from it too', async () => {
  const shared = newSource()
  expect(await deliver(shared, shop.acme)).toMatchObject({ status: 200 })
  expect(await statuses(100, () => post(shared, shop.acme, { body: '{}' }))).toEqual({ 401: 100 })
  expect(await statuses(20, () => deliver(shared, shop.acme))).toEqual({ 200: 20 })
})

describe('bodies that do not come', () => {
  beforeAll(() => openWith({ wholeMs: 400, silenceMs: 200 }))
  afterAll(() => openWith(DOOR_SETTINGS.patience))

  it.each([
    ['stops in the middle', { length: 1_000, body: '{' }],
    ['stops in the middle of a large one', { length: 2 * MB, body: 'x'.repeat(100_000) }],
    ['never says how much is to come', { length: null, body: '1\r\n{\r\n' }],
  ])('one that %s is not waited for, and its connection is closed', async (_, sending) => {
    const answer = await post(newSource(), shop.acme, { ...sending, untilClosed: true })
    expect(answer).toMatchObject({ status: 408, isClosed: true })
    expect(answer.headers).toContain('connection: close')
  })

  it('leave room for those that do: strangers who hold large ones open keep nobody waiting', async () => {
    const holding = Array.from({ length: 40 }, () => {
      return post(newSource(), shop.acme, { length: 3 * MB, body: '{', untilClosed: true })
    })
    const metas = newSource()
    expect(await statuses(10, () => deliver(metas, shop.acme))).toEqual({ 200: 10 })
    for (const { status } of await Promise.all(holding)) expect([408, 503]).toContain(status)
  })
})

it('does not read a body without a length to its end', async () => {
  const chunk = `${(256 * 1024).toString(16)}\r\n${'x'.repeat(256 * 1024)}\r\n`
  const body = chunk.repeat(20)
  expect(await post(newSource(), shop.acme, { length: null, body })).toMatchObject({ status: 413 })
})

it('takes one tenant’s flood without letting another’s deliveries wait behind it', async () => {
  const [atOnce, sent] = [24, 10]
  const metas = newSource()
  await deliver(metas, shop.acme)
  await deliver(metas, shop.birch)
  const large = 'x'.repeat(1.5 * MB)
  const answered: number[] = []
  let isOver = false
  const flood = Array.from({ length: atOnce }, async () => {
    while (!isOver) answered.push((await deliver(metas, shop.acme, large)).status)
  })
  for (let count = 0; count < sent; count++) {
    expect(await deliver(metas, shop.birch)).toMatchObject({ status: 200 })
  }
  const wentFirst = answered.length
  isOver = true
  await Promise.all(flood)
  expect(new Set(answered)).toEqual(new Set([200]))
  // In the order of their coming, each would wait for the whole flood that is there already.
  expect(wentFirst).toBeLessThan((atOnce * sent) / 2)
})
