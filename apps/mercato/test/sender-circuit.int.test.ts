import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseNow, dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { OUTBOX_QUEUE } from '@open-mercato/communication-channels/modules/communication_channels/lib/nudge'
import { closeCircuit } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/circuit/close-circuit'
import { emptyTables } from './support/emptyTables.ts'
import {
  people,
  queue,
  refusal,
  rowsOf,
  type StandIn,
  sendDue,
  standIn,
  statusesOf,
  words,
} from './support/outbox.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let graph: StandIn
let conversations: string[]
beforeAll(async () => {
  shop = await openShop()
  conversations = await people(shop, 12)
})
beforeEach(() => {
  graph = standIn()
})
afterEach(async () => {
  graph.restore()
  await shop.sql(`delete from cc_external_messages where direction = 'outbound'`)
  await emptyTables(
    shop,
    'cc_number_paces',
    'cc_pair_paces',
    'cc_send_attempts',
    'cc_circuits',
    'cc_outgoing_events',
  )
})
afterAll(() => shop.close())

const person = (text: string) => ({ ...words(text), lane: 'person' })
const circuit = async () =>
  (
    await shop.sql<{ state: string; reason: string; seconds: number }>(
      `select state, reason, round(extract(epoch from retry_at - opened_at))::int as seconds from cc_circuits`,
    )
  )[0]

/** What was told of circuits since it was last asked. */
async function told(): Promise<string[]> {
  const events = await shop.sql<{ event: string }>(
    `select event from cc_outgoing_events where event like '%.circuit.%' order by id`,
  )
  await shop.sql('delete from cc_outgoing_events')
  return events.map(({ event }) => event.split('.').at(-1)!)
}

async function queueFor(some: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const conversation of some) ids.push(await queue(shop, conversation, person('hello')))
  return ids
}

it('opens when half of the messages fail, waits longer each time, and closes when one comes through', async () => {
  const ids = await queueFor(conversations.slice(0, 10))
  graph.answers(refusal('provider', true))
  await sendDue(shop.host)
  expect(graph.left).toHaveLength(10)
  expect(await circuit()).toEqual({ state: 'open', reason: 'failures', seconds: 30 })
  expect(await told()).toEqual(['opened'])

  const [next] = await queueFor(conversations.slice(10, 11))
  await sendDue(shop.host, 20_000)
  expect(graph.left).toHaveLength(10)
  expect(await rowsOf(shop, [next!])).toMatchObject([{ status: 'queued', waitCode: 'circuit_open' }])

  await sendDue(shop.host, 35_000)
  expect(graph.left).toHaveLength(11)
  expect(await circuit()).toEqual({ state: 'open', reason: 'failures', seconds: 60 })
  expect(await told()).toEqual(['opened', 'alert'])

  graph.answers(null)
  await sendDue(shop.host, 100_000)
  expect(await circuit()).toMatchObject({ state: 'closed' })
  expect(await told()).toEqual(['closed'])
  expect(new Set(await statusesOf(shop, [...ids, next!]))).toEqual(new Set(['sent']))
})

it('opens when ten in a row fail, however many came through before', async () => {
  await queueFor(conversations)
  await sendDue(shop.host)
  graph.answers(refusal('provider', true))
  await queueFor(conversations.slice(0, 9))
  await sendDue(shop.host)
  expect(await circuit()).toBeUndefined()
  await queueFor(conversations.slice(9, 10))
  await sendDue(shop.host)
  expect(await circuit()).toMatchObject({ state: 'open', reason: 'failures' })
})

it('lets one probe leave, whatever waits', async () => {
  graph.answers(refusal('account'))
  await queueFor(conversations.slice(0, 3))
  await sendDue(shop.host)
  expect(await circuit()).toEqual({ state: 'open', reason: 'account', seconds: 120 })
  expect(await told()).toEqual(['opened'])
  const ids = await queueFor(conversations.slice(3))
  await sendDue(shop.host, 121_000)
  expect(graph.left).toHaveLength(4)
  expect(await circuit()).toEqual({ state: 'open', reason: 'account', seconds: 240 })
  expect(await told()).toEqual(['opened', 'alert'])
  const rows = await rowsOf(shop, ids)
  expect(rows.filter(({ waitCode }) => waitCode === 'circuit_open')).toHaveLength(8)
  expect(rows.filter(({ status }) => status === 'failed')).toHaveLength(1)
})

it('opens in a storm of refusals for being too fast', async () => {
  graph.answers(refusal('rate', true))
  await queueFor(conversations.slice(0, 10))
  await sendDue(shop.host)
  expect(await circuit()).toMatchObject({ state: 'open', reason: 'rate' })
})

it('is closed by who switches the number on again', async () => {
  graph.answers(refusal('account'))
  await queueFor(conversations.slice(0, 3))
  await sendDue(shop.host)
  const [waiting] = await queueFor(conversations.slice(3, 4))
  await sendDue(shop.host)
  expect(await rowsOf(shop, [waiting!])).toMatchObject([{ waitCode: 'circuit_open' }])

  graph.answers(null)
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)
  const [{ id, numbers }] = body.items
  const path = `/api/channel_whatsapp/connections/${id}/numbers/${numbers[0].channelId}`
  await shop.acme.admin('put', path).send({ isEnabled: true }).expect(200)
  expect(await circuit()).toMatchObject({ state: 'closed' })
  await sendDue(shop.host)
  expect(await statusesOf(shop, [waiting!])).toEqual(['sent'])
})

it('keeps nothing back that came while it was being closed', async () => {
  graph.answers(refusal('account'))
  await queueFor(conversations.slice(0, 3))
  await sendDue(shop.host)
  graph.answers(null)
  const [came] = await queueFor(conversations.slice(3, 4))
  const em = shop.host.createContainer().resolve<EntityManager>('em').fork()
  const sending = await em.transactional(async (tx) => {
    const [number] = await shop.sql<{ id: string }>('select channel_id as id from cc_circuits')
    await closeCircuit(dbOf(tx), number!.id, await databaseNow(dbOf(tx)))
    let isDone = false
    const sent = sendDue(shop.host).finally(() => (isDone = true))
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const isWaiting = async () => (await shop.sql(waiting)).length > 0
    while (!isDone && !(await isWaiting()));
    return { sent }
  })
  await sending.sent
  expect(await statusesOf(shop, [came!])).toEqual(['sent'])
})

it('closed, has the outbox called at once', async () => {
  graph.answers(refusal('account'))
  await queueFor(conversations.slice(0, 3))
  await sendDue(shop.host)
  const em = shop.host.createContainer().resolve<EntityManager>('em').fork()
  const [number] = await shop.sql<{ id: string }>('select channel_id as id from cc_circuits')
  await shop.sql('delete from pgboss.job where name = ?', [OUTBOX_QUEUE])
  await em.transactional(async (tx) => closeCircuit(dbOf(tx), number!.id, await databaseNow(dbOf(tx))))
  while ((await shop.sql('select 1 from pgboss.job where name = ?', [OUTBOX_QUEUE])).length === 0);
  expect(await circuit()).toMatchObject({ state: 'closed' })
})

it('is closed by who enters another access token, where it opened for the account', async () => {
  graph.answers(refusal('account'))
  await queueFor(conversations.slice(0, 3))
  await sendDue(shop.host)
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)
  await shop.acme.admin('post', `/api/channel_whatsapp/connections/${body.items[0].id}/refresh`).expect(200)
  expect(await circuit()).toMatchObject({ state: 'closed' })
})

it('stays closed for what only concerns the message', async () => {
  graph.answers(refusal('message'))
  await queueFor(conversations)
  await sendDue(shop.host)
  expect(graph.left).toHaveLength(12)
  expect(await circuit()).toBeUndefined()
})
