import { randomBytes, randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { claimDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/claim-deliveries'
import supertest from 'supertest'
import { emptyTables } from './support/emptyTables.ts'
import { eventsOf } from './support/inbox.ts'
import { delivery, echo, fromMaria, type Item, statusReport, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const NOW = Math.floor(Date.now() / 1000)

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function deliver(items: Item[]) {
  const { acme } = shop
  expect(await acme.deliver(delivery(acme, items))).toBe(200)
  await shop.drain()
  const [row] = await shop.sql<{ state: string; outcome: object }>(
    'select state, outcome from cc_webhook_deliveries order by id desc limit 1',
  )
  return row
}

function changed(item: Item, change: Record<string, unknown>): Item {
  if ('message' in item) return { ...item, message: { ...item.message, ...change } }
  if ('status' in item) return { status: { ...item.status, ...change } }
  throw new Error('Only a message or a status is changed')
}

function aboutReaction(id: string, target: string): Item {
  return fromMaria({ id, type: 'reaction', content: { message_id: target, emoji: '👍' }, at: NOW })
}

describe('an odd item in a delivery costs its neighbours nothing', () => {
  it.each<[string, Item]>([
    ['NUL in an id', textMessage({ id: 'odd\0id' })],
    ['NUL in a reference', changed(textMessage({ id: 'odd-1' }), { context: { id: 'a\0' } })],
    ['NUL in the id of a status', statusReport({ id: 'odd\0', status: 'sent' })],
    [
      'NUL in an error',
      statusReport({ id: 'odd-2', status: 'failed', errors: [{ code: 1, title: 'a\0b' }] }),
    ],
    [
      'half a surrogate pair in an error',
      statusReport({ id: 'odd-3', status: 'failed', errors: [{ code: 1, title: 'a\ud800' }] }),
    ],
    ['NUL in an unknown status', statusReport({ id: 'odd-4', status: 'se\0nt' })],
    ['a time beyond all calendars', changed(textMessage({ id: 'odd-5' }), { timestamp: 9e15 })],
    ['NUL in the id of the message reacted to', aboutReaction('odd-7', 'a\0')],
    ['no more than a space as the id of the message reacted to', aboutReaction('odd-8', ' ')],
    ['NUL in a kind that nobody knows', changed(textMessage({ id: 'odd-9' }), { type: 'a\0' })],
    [
      'a participant too long to be one',
      changed(statusReport({ id: 'odd-10', status: 'read' }), {
        recipient_participant_id: randomBytes(6000).toString('base64'),
      }),
    ],
    [
      'a wait that counts from a time beyond all calendars',
      changed(statusReport({ id: 'odd-11', status: 'failed', errors: [{ code: 131049 }] }), {
        timestamp: '99999999999999999',
      }),
    ],
    [
      'a leave to call until a time beyond all calendars',
      changed(textMessage({ id: 'odd-12' }), {
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response: 'accept', expiration_timestamp: '99999999999999999' },
        },
      }),
    ],
    ['a status called like a method', statusReport({ id: 'odd-6', status: 'constructor' })],
  ])('%s', async (name, odd) => {
    const row = await deliver([textMessage({ id: `neighbour of ${name}` }), odd])
    expect(row).toMatchObject({ state: 'applied' })
    const stored = await shop.sql('select 1 from cc_external_messages where external_message_id = ?', [
      `neighbour of ${name}`,
    ])
    expect(stored).toHaveLength(1)
    const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations').expect(200)
    await shop.acme
      .agent('get', `/api/communication_channels/conversations/${body.items[0].id}/messages`)
      .expect(200)
  })
})

it.each([
  ['in the year 9999', '253402300799'],
  ['in milliseconds', NOW * 1000],
])('a message with a time %s opens the window for a day from its receipt', async (name, timestamp) => {
  await emptyTables(shop, 'cc_external_messages', 'cc_external_conversations')
  await deliver([changed(textMessage({ id: name }), { timestamp })])
  const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations').expect(200)
  const expiresIn = Date.parse(body.items[0].window.expiresAt) - Date.now()
  expect(expiresIn).toBeGreaterThan(23 * 3_600_000)
  expect(expiresIn).toBeLessThan(25 * 3_600_000)
})

it('more updates than Meta ever sends are kept as unreadable, not taken apart', async () => {
  const { acme } = shop
  const [one] = delivery(acme, [textMessage({ id: 'many' })]).entry
  const [change] = one!.changes
  const messages = Array.from({ length: 25_001 }, () => 0)
  const payload = {
    object: 'test',
    entry: [{ ...one, changes: [{ ...change, value: { ...change!.value, messages } }] }],
  }
  expect(await acme.deliver(payload)).toBe(200)
  await shop.drain()
  const [row] = await shop.sql('select outcome from cc_webhook_deliveries order by id desc limit 1')
  expect(row).toMatchObject({ outcome: { unreadable: true, ignored: 0 } })
})

it('a backlog of large deliveries is worked off within bounds of memory, all of it', async () => {
  const { acme } = shop
  await emptyTables(shop, 'cc_webhook_deliveries')
  const text = 'x'.repeat(2_900_000)
  const ids = Array.from({ length: 8 }, (_, index) => `large-${index}`)
  for (const id of ids) await acme.deliver(delivery(acme, [textMessage({ id, text })]))
  const claimed = await shop.host.orm.em
    .fork()
    .transactional((tx) => claimDeliveries(dbOf(tx as EntityManager), new Date(), 200))
  expect(claimed).toHaveLength(2)
  await shop.drain()
  const stored = await shop.sql(`select 1 from cc_external_messages where external_message_id like 'large-%'`)
  expect(stored).toHaveLength(ids.length)
})

it('a report that comes twice in one delivery keeps its earliest time and what either says', async () => {
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' }
  const row = await deliver([
    statusReport({ id: 'twice', status: 'sent', at: NOW - 5, pricing }),
    statusReport({ id: 'twice', status: 'sent', at: NOW }),
  ])
  expect(row).toMatchObject({ outcome: { statuses: 1, duplicates: 1 } })
  const reports = await shop.sql(
    `select extract(epoch from occurred_at)::int as at, pricing ->> 'category' as category
     from cc_message_status_events where external_message_id = 'twice'`,
  )
  expect(reports).toEqual([{ at: NOW - 5, category: 'service' }])
})

describe('a report about a message of ours whose answer was lost, with an id that a row has already,', () => {
  let callbackData: string
  let thread: string
  beforeEach(async () => {
    await emptyTables(shop, 'cc_external_messages', 'cc_external_conversations', 'cc_message_status_events')
    await deliver([textMessage({ id: 'opens the window' })])
    const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations').expect(200)
    thread = `/api/communication_channels/conversations/${body.items[0].id}/messages`
    const sent = await shop.acme
      .agent('post', thread)
      .set('idempotency-key', randomUUID())
      .send({ content: { type: 'text', text: 'Hello' } })
      .expect(202)
    callbackData = sent.body.message.id
    await shop.sql(`update cc_external_messages set status = 'unknown', status_rank = 2 where id = ?`, [
      callbackData,
    ])
  })
  const reportOn = (id: string) =>
    deliver([statusReport({ id, status: 'delivered', callbackData }), textMessage({ id: 'neighbour' })])
  const ours = async () => (await messages()).find((item) => item.id === callbackData)
  const messages = async (): Promise<{ id: string }[]> => (await shop.acme.agent('get', thread)).body.items

  it('makes one message of two, where the business’s phone told of it too', async () => {
    await deliver([echo({ id: 'taken', text: 'Hello', at: NOW })])
    await deliver([aboutReaction('reacted', 'taken'), statusReport({ id: 'taken', status: 'sent' })])
    expect(await reportOn('taken')).toMatchObject({ state: 'applied', outcome: { messages: 1, statuses: 1 } })
    expect(await messages()).toHaveLength(3)
    expect(await ours()).toMatchObject({
      status: 'delivered',
      statusTimes: { sent: expect.any(String), delivered: expect.any(String) },
      author: { name: 'Emil Employee' },
      reactions: [{ emoji: '👍' }],
    })
  })

  it('takes over what was known of it, and says so', async () => {
    await deliver([echo({ id: 'taken', text: 'Hello', at: NOW })])
    await shop.sql(
      `update cc_external_messages set error = '{"code":"answer_lost","message":"Lost.","action":null}' where id = ?`,
      [callbackData],
    )
    const report = statusReport({ id: 'taken', status: 'sent', callbackData })
    const events = await eventsOf(shop, report)
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        'communication_channels.message.status_changed',
        'communication_channels.conversation.updated',
      ]),
    )
    expect(await ours()).toMatchObject({ status: 'sent', error: null })
    const attempts = await shop.sql('select outcome from cc_send_attempts where message_id = ?', [
      callbackData,
    ])
    expect(attempts.filter((attempt) => (attempt as { outcome: string | null }).outcome !== 'sent')).toEqual(
      [],
    )
  })

  it('costs its delivery nothing, where that is a message of the customer’s', async () => {
    expect(await reportOn('opens the window')).toMatchObject({
      state: 'applied',
      outcome: { messages: 1, statuses: 1 },
    })
    expect(await messages()).toHaveLength(3)
    expect(await ours()).toMatchObject({ status: 'unknown' })
  })
})

it('addresses that nobody gave out are answered like unknown ones', async () => {
  const { acme } = shop
  await supertest(shop.listener).get('/api/channel_whatsapp/webhook/a%00b').expect(404)
  const id = '01990000-0000-7000-8000-000000000001'
  for (const cursor of [
    `9999-99-99T99:99:99.000Z_${id}`,
    `0000-01-01T00:00:00.000Z_${id}`,
    `2026-01-01T00:00:00.000Z_${'-'.repeat(36)}`,
  ]) {
    const encoded = Buffer.from(cursor).toString('base64url')
    await acme.agent('get', `/api/communication_channels/conversations?cursor=${encoded}`).expect(400)
  }
})

it.each<[string, object, string]>([
  ['a template', { type: 'template', name: 'order\0update', language: 'en_US' }, 'content.name'],
  ['a text with NUL', { type: 'text', text: 'a\0b' }, 'content.text'],
  [
    'data without end',
    {
      type: 'interactive',
      kind: 'form',
      body: 'x',
      form: { id: '1' },
      label: 'Go',
      open: { screen: 'A', data: JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`) },
    },
    'content.open.data',
  ],
  ['a text with half a character', { type: 'text', text: 'a\ud83d' }, 'content.text'],
])('%s that nobody could take is refused by its field', async (_, content, field) => {
  const { acme } = shop
  await deliver([textMessage({ id: 'somebody' })])
  const { body: list } = await acme.agent('get', '/api/communication_channels/conversations')
  const { body } = await acme
    .agent('post', `/api/communication_channels/conversations/${list.items[0].id}/messages`)
    .set('idempotency-key', randomUUID())
    .send({ content })
    .expect(400)
  expect(body.action).toEqual(expect.any(String))
  expect(Object.keys(body.fieldErrors)).toEqual([field])
})

it('people whose user ids differ in case alone stay two', async () => {
  await emptyTables(shop, 'cc_external_messages', 'cc_external_conversations')
  await deliver([textMessage({ id: 'upper', from: null, userId: 'PL.AbC' })])
  await deliver([textMessage({ id: 'lower', from: null, userId: 'PL.aBc' })])
  const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations').expect(200)
  expect(body.items.map((one: { contact: { userId: string } }) => one.contact.userId).sort()).toEqual([
    'PL.AbC',
    'PL.aBc',
  ])
})
