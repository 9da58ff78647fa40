import { jest } from '@jest/globals'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { SendPace } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/rules'
import { getChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { emptyTables } from './support/emptyTables.ts'
import { answerIn } from './support/inbox.ts'
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

const HOUR = 60 * 60 * 1000

let shop: Shop
let graph: StandIn | null = null
beforeAll(async () => {
  shop = await openShop()
})
afterEach(async () => {
  graph?.restore()
  graph = null
  jest.restoreAllMocks()
  await shop.sql(`delete from cc_external_messages where direction = 'outbound'`)
  await emptyTables(
    shop,
    'cc_number_paces',
    'cc_pair_paces',
    'cc_automatic_sends',
    'cc_portfolio_reach',
    'cc_send_attempts',
  )
})
afterAll(() => shop.close())

/** A pace is remembered for half a minute: each test is some minutes later than the one before it. */
let later = 0
function paceIs(pace: SendPace): void {
  later += 5 * 60_000
  const adapter = getChannelAdapter('whatsapp') as Required<ChannelAdapter>
  jest.spyOn(adapter, 'paceOf').mockImplementation(async () => pace)
}
const unlimited: SendPace = { perSecond: null, newPeoplePerDay: null }
const person = (text: string) => ({ ...words(text), lane: 'person' })
const automatic = (text: string) => ({ ...words(text), lane: 'automatic' })

it('two processes together send from a number at its pace, and never more within any second', async () => {
  graph = standIn()
  paceIs({ perSecond: 40, newPeoplePerDay: null })
  const all = await people(shop, 60)
  for (const [index, one] of all.entries()) await queue(shop, one, person(String(index)))
  const other = await shop.startAnother()
  await Promise.all([sendDue(shop.host, later), sendDue(other, later), sendDue(shop.host, later)])
  const times = graph.left.map(({ at }) => at).sort((a, b) => a - b)
  expect(times).toHaveLength(60)
  const most = Math.max(...times.map((at) => times.filter((one) => one >= at && one < at + 1000).length))
  expect(most).toBeLessThanOrEqual(40)
})

it('a person is written to as often as the provider allows; the rest waits', async () => {
  const maria = await customerWrites(shop, 'maria')
  await simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify({ enforcePairRate: true }) })
  const ids: string[] = []
  for (let nth = 0; nth < 47; nth++) ids.push(await queue(shop, maria, person(String(nth))))
  await sendDue(shop.host)
  await simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify({ enforcePairRate: false }) })
  const rows = await rowsOf(shop, ids)
  const sent = rows.filter(({ status }) => status === 'sent').length
  expect(sent).toBeGreaterThanOrEqual(44)
  expect(rows.slice(sent)).toEqual(
    rows
      .slice(sent)
      .map(() => expect.objectContaining({ status: 'queued', waitCode: 'person_pace', code: null })),
  )
  expect(await outboundAtMeta(shop)).toHaveLength(sent)
  const waits = rows.slice(sent).map(({ waitsMs }) => waitsMs!)
  for (const [index, wait] of waits.slice(1).entries()) expect(wait - waits[index]!).toBeCloseTo(6_000, -2)
})

describe('people outside their window', () => {
  const template = {
    content: { type: 'template', name: 'appointment_reminder', language: 'en_US', parameters: {} },
  }

  it('are written to first only as many a day as the portfolio may', async () => {
    graph = standIn()
    paceIs({ perSecond: null, newPeoplePerDay: 2 })
    const outside = await people(shop, 4, 25)
    const [inside] = await people(shop, 1)
    const send = (conversation: string) => queue(shop, conversation, { ...template, lane: 'person' })
    const ids: string[] = []
    for (const one of outside.slice(0, 3)) ids.push(await send(one))
    const free = await queue(shop, inside!, person('inside'))
    await sendDue(shop.host, later)
    expect(await rowsOf(shop, ids)).toMatchObject([
      { status: 'sent' },
      { status: 'sent' },
      { status: 'queued', waitCode: 'portfolio_limit' },
    ])
    expect(await statusesOf(shop, [free])).toEqual(['sent'])

    const again = await send(outside[0]!)
    await sendDue(shop.host, later + 1000)
    expect(await statusesOf(shop, [again, ids[2]!])).toEqual(['sent', 'queued'])

    paceIs({ perSecond: null, newPeoplePerDay: 2 })
    await sendDue(shop.host, 24 * HOUR + later)
    expect(await statusesOf(shop, ids)).toEqual(['sent', 'sent', 'sent'])
  })

  it('a reply leaves while an earlier template waits for the portfolio’s limit', async () => {
    graph = standIn()
    paceIs({ perSecond: null, newPeoplePerDay: 0 })
    const [outside] = await people(shop, 1, 25)
    const waiting = await queue(shop, outside!, { ...template, lane: 'person' })
    await sendDue(shop.host, later)
    expect(await rowsOf(shop, [waiting])).toMatchObject([{ waitCode: 'portfolio_limit' }])

    const openUntil = new Date(Date.now() + 48 * HOUR).toISOString()
    await shop.sql('update cc_external_conversations set conversation_window_expires_at = ? where id = ?', [
      openUntil,
      outside,
    ])
    const { body } = await answerIn(shop, outside!, words('reply')).expect(202)
    await sendDue(shop.host, later + 1000)
    expect(await statusesOf(shop, [body.message.id, waiting])).toEqual(['sent', 'queued'])
    await sendDue(shop.host, later + 6 * 60_000)
    expect(await statusesOf(shop, [waiting])).toEqual(['sent'])
  })

  it('are looked at again within minutes, in case the limit was raised', async () => {
    graph = standIn()
    paceIs({ perSecond: null, newPeoplePerDay: 1 })
    const outside = await people(shop, 2, 25)
    const ids: string[] = []
    for (const one of outside) ids.push(await queue(shop, one, { ...template, lane: 'person' }))
    await sendDue(shop.host, later)
    expect(await statusesOf(shop, ids)).toEqual(['sent', 'queued'])
    paceIs({ perSecond: null, newPeoplePerDay: 2 })
    await sendDue(shop.host, later + 1000)
    expect(await statusesOf(shop, ids)).toEqual(['sent', 'sent'])
  })
})

describe('what leaves by itself', () => {
  it('keeps to the organisation’s limit, with two numbers and two processes, and staff never wait for it', async () => {
    graph = standIn()
    paceIs(unlimited)
    await setLimit(10)
    const all = await people(shop, 31)
    await moveToSecondNumber(all.slice(16))
    const ids: string[] = []
    for (const [index, one] of all.slice(1).entries())
      ids.push(await queue(shop, one, automatic(String(index))))
    const other = await shop.startAnother()
    await Promise.all([sendDue(shop.host, later), sendDue(other, later)])
    const rows = await rowsOf(shop, ids)
    expect(rows.filter(({ status }) => status === 'sent')).toHaveLength(10)
    expect(rows.filter(({ waitCode }) => waitCode === 'organization_limit')).toHaveLength(20)

    const { body } = await answerIn(shop, all[0]!, words('answer')).expect(202)
    await sendDue(shop.host, later)
    expect(await statusesOf(shop, [body.message.id])).toEqual(['sent'])

    await sendDue(shop.host, later + 61_000)
    expect((await statusesOf(shop, ids)).filter((status) => status === 'sent')).toHaveLength(20)
    await sendDue(shop.host, later + 125_000)
    expect((await statusesOf(shop, ids)).filter((status) => status === 'sent')).toHaveLength(30)
  })

  it('goes on at once where the limit is raised', async () => {
    graph = standIn()
    paceIs(unlimited)
    await setLimit(1)
    const ids: string[] = []
    for (const one of await people(shop, 3)) ids.push(await queue(shop, one, automatic('soon')))
    await sendDue(shop.host, later)
    expect((await statusesOf(shop, ids)).toSorted()).toEqual(['queued', 'queued', 'sent'])

    const raised = { automaticPerMinute: 100 }
    await shop.acme.admin('put', '/api/communication_channels/settings').send(raised).expect(200)
    await sendDue(shop.host, later)
    expect(await statusesOf(shop, ids)).toEqual(['sent', 'sent', 'sent'])
  })

  async function moveToSecondNumber(conversations: string[]): Promise<void> {
    await shop.sql(
      `update cc_external_conversations set channel_id =
         (select id from cc_communication_channels where external_identifier = ?) where id = any(?)`,
      [shop.acme.account.numbers[1]!.id, `{${conversations.join()}}`],
    )
  }

  async function setLimit(perMinute: number): Promise<void> {
    await shop.sql(
      `insert into cc_settings (tenant_id, organization_id, automatic_per_minute)
       select tenant_id, organization_id, ? from wa_connections where tenant_id = ?
       on conflict (tenant_id, organization_id) do update set automatic_per_minute = excluded.automatic_per_minute`,
      [perMinute, shop.acme.tenantId],
    )
  }
})

it('"too fast" is tried again for a day, and costs the message none of its other attempts', async () => {
  graph = standIn()
  paceIs(unlimited)
  const [a] = await people(shop, 1)
  const id = await queue(shop, a!, automatic('patience'))
  graph.answers(refusal('rate', true))
  for (let minutes = 0; minutes < 100; minutes += 10) await sendDue(shop.host, later + minutes * 60_000)
  expect(graph.left).toHaveLength(10)
  expect(await rowsOf(shop, [id])).toMatchObject([
    { status: 'queued', waitCode: 'retry', code: 'refused_rate' },
  ])
  await sendDue(shop.host, later + 25 * HOUR)
  expect(await statusesOf(shop, [id])).toEqual(['failed'])
})
