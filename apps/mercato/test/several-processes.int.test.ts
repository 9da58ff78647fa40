import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { defaultAccounts, metaJson, signWebhook } from '@open-mercato/whatsapp-simulator'
import { delivery, textMessage } from './support/payloads.ts'
import { openPremises, type Premises, type ProductProcess, signInAt } from './support/processes.ts'

const HUB = '/api/communication_channels'
const PATIENCE_MS = 20_000

let premises: Premises
let webs: ProductProcess[]
let worker: ProductProcess
let webhookPath: string
let conversationId: string
beforeAll(async () => {
  premises = await openPremises()
  // All at once on an empty database: they take turns.
  const [one, other, first] = await Promise.all([
    premises.start('web'),
    premises.start('web'),
    premises.start('worker'),
  ])
  webs = [one, other]
  worker = first
  await premises.connect(one)
  const [connection] = await premises.sql<{ key: string }>(
    `select c.key from wa_connections c join organizations o on o.id = c.organization_id where o.slug = 'acme'`,
  )
  webhookPath = `/api/channel_whatsapp/webhook/${connection!.key}`
}, 120_000)
afterAll(() => premises?.close())

async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`It never came true that ${what}.`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function simulator(path: string, body?: object, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  const init = body ? { method, headers, body: JSON.stringify(body) } : {}
  return (await fetch(`${premises.simulatorUrl}/sim/${path}`, init)).json()
}
const setFaults = (faults: object) => simulator('faults', faults, 'PATCH')

async function customerWrites(text: string): Promise<void> {
  const { items } = await simulator('customers')
  const { id: customerId } = items.find((one: { name: string }) => one.name === 'Maria Nowak')
  await simulator('messages', { customerId, phoneNumberId: defaultAccounts[0]!.numbers[0]!.id, text })
}

async function send(web: ProductProcess, text: string): Promise<string> {
  const answer = await (await signInAt(web))(`${HUB}/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: JSON.stringify({ content: { type: 'text', text } }),
  })
  return (await answer.json()).message.id
}

const statusOf = async (messageId: string) => {
  const sql = 'select status from cc_external_messages where id = $1'
  return (await premises.sql<{ status: string }>(sql, [messageId]))[0]!.status
}
const timesAtMeta = async (messageId: string) =>
  (await simulator(`messages?callbackData=${messageId}`)).items.length as number
const hasCome = async (messageId: string) => ['sent', 'delivered', 'read'].includes(await statusOf(messageId))

function signed(text: string, id: string) {
  const account = defaultAccounts[0]!
  const body = metaJson(delivery({ account }, [textMessage({ id, text })]))
  return { body, signature: signWebhook(body, account.appSecret) }
}

it('carries a message in at one web process to the screen at another, and the answer out', async () => {
  const browser = await signInAt(webs[1]!)
  const leaving = new AbortController()
  const stream = (await browser('/api/events/stream', { signal: leaving.signal })).body!.getReader()
  await customerWrites('Is anybody there?')
  let heard = ''
  while (!heard.includes('message.received')) heard += Buffer.from((await stream.read()).value!)
  leaving.abort()
  const { items } = await (await browser(`${HUB}/conversations`)).json()
  expect(items[0].lastMessage.preview).toBe('Is anybody there?')
  conversationId = items[0].id

  const messageId = await send(webs[1]!, 'We are.')
  await until('the answer is out', () => hasCome(messageId))
  expect(await timesAtMeta(messageId)).toBe(1)
})

it('says of each how it is, and gives of a worker nothing else', async () => {
  for (const one of [...webs, worker]) {
    expect((await fetch(`${one.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${one.url}/livez`)).status).toBe(200)
  }
  expect((await fetch(`${worker.url}/api/auth/profile`)).status).toBe(404)
})

it('lets a worker that is to stop hear what the provider says, and leave with 0', async () => {
  await setFaults({ answerAfterMs: 1_500 })
  const messageId = await send(webs[0]!, 'One moment.')
  await until('the provider has it', async () => (await timesAtMeta(messageId)) === 1)
  const [left, replacement] = await Promise.all([worker.end('SIGTERM'), premises.start('worker')])
  worker = replacement
  await setFaults({ answerAfterMs: 0 })
  expect(left).toBe(0)
  expect(await hasCome(messageId)).toBe(true)
  expect(await timesAtMeta(messageId)).toBe(1)
}, 60_000)

it('goes on with another worker when one is killed in the middle of a send', async () => {
  await setFaults({ hangNextSends: 1, dropWebhooks: true })
  const lost = await send(webs[0]!, 'Of this nobody hears again.')
  await until('the provider has it', async () => (await timesAtMeta(lost)) === 1)
  const second = await premises.start('worker')
  await worker.end('SIGKILL')
  worker = second
  await setFaults({ dropWebhooks: false })
  // As if the time had passed after which a sender counts as dead.
  await premises.sql(
    "update cc_external_messages set claimed_until = now() - interval '1 second' where id = $1",
    [lost],
  )
  const next = await send(webs[0]!, 'And this?')
  await until('the next one is out', () => hasCome(next))
  expect(await statusOf(lost)).toBe('unknown')
  expect([await timesAtMeta(lost), await timesAtMeta(next)]).toEqual([1, 1])
}, 60_000)

it('stores what both web processes acknowledged once, while a worker is killed over it', async () => {
  const COUNT = 400
  const second = await premises.start('worker')
  const post = async (index: number) => {
    const { body, signature } = signed(`Number ${index}`, `wamid.several.${index}`)
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
    const url = `${webs[index % 2]!.url}${webhookPath}`
    return (await fetch(url, { method: 'POST', headers, body })).status
  }
  const answers = Promise.all(Array.from({ length: COUNT }, (_, index) => post(index)))
  const stored = async () => {
    const sql =
      "select count(*)::int as n from cc_external_messages where external_message_id like 'wamid.several.%'"
    return (await premises.sql<{ n: number }>(sql))[0]!.n
  }
  await until('the first are stored', async () => (await stored()) > 0)
  await worker.end('SIGKILL')
  worker = second
  expect(new Set(await answers)).toEqual(new Set([200]))
  await until('all are stored', async () => (await stored()) === COUNT)
}, 60_000)

it('reads an account of 6,000 templates to the end, though the worker is killed over it', async () => {
  const { wabaId } = defaultAccounts[0]!
  const { items } = await simulator(`templates?wabaId=${wabaId}`)
  await simulator('templates/bulk', { wabaId, count: 6_000 - items.length })
  const admin = await signInAt(webs[0]!, 'admin@acme.test')
  const [connection] = await premises.sql<{ id: string }>(
    'select id from wa_connections where business_account_id = $1',
    [wabaId],
  )
  const ask = () => {
    const body = JSON.stringify({ connectionId: connection!.id })
    return admin('/api/channel_whatsapp/templates/sync', { method: 'POST', body })
  }
  const run = async () => {
    const sql =
      'select status, read_count as read, attempts from wa_template_syncs order by asked_at desc limit 1'
    return (await premises.sql<{ status: string; read: number; attempts: number }>(sql))[0]!
  }
  const kept = async () => {
    const sql = 'select count(*)::int as n from wa_templates where connection_id = $1'
    return (await premises.sql<{ n: number }>(sql, [connection!.id]))[0]!.n
  }
  await ask()
  await until('some pages are read', async () => (await run()).read >= 500)
  await worker.end('SIGKILL')
  expect(await run()).toMatchObject({ status: 'running', attempts: 1 })
  expect(await kept()).toBe(items.length)
  // As if the time had passed after which who reads counts as dead.
  await premises.sql(
    "update wa_template_syncs set lease_until = now() - interval '1 second' where status = 'running'",
  )
  worker = await premises.start('worker')
  await ask()
  await until('all pages are read and kept', async () => (await run()).status === 'complete')
  expect(await run()).toMatchObject({ read: 6_000, attempts: 2 })
  expect(await kept()).toBe(6_000)
}, 60_000)

it('lets a web process that is to stop answer what is under way, end its streams, and leave with 0', async () => {
  const web = webs[0]!
  const browser = await signInAt(web)
  const stream = (await browser('/api/events/stream')).body!.getReader()
  await stream.read()
  const { body, signature } = signed('Cut in two', 'wamid.cut')
  const socket = connect(web.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  const head = [
    `POST ${webhookPath} HTTP/1.1`,
    'host: shop.example',
    `x-hub-signature-256: ${signature}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 100)}`)
  await until('it was let in', async () => (await fetch(`${web.url}/livez`)).ok)
  const left = web.end('SIGTERM')
  await until('nobody new is let in', () =>
    fetch(`${web.url}/livez`).then(
      () => false,
      () => true,
    ),
  )
  const closed = once(socket, 'close')
  socket.write(body.slice(100))
  await closed
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  for (let isOver = false; !isOver; ) isOver = (await stream.read()).done
  expect(await left).toBe(0)
}, 60_000)
