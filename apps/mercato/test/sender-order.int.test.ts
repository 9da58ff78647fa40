import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { beginMessages } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/begin-messages'
import { clockOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/clock'
import { reserveMessages } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/reserve/reserve-messages'
import { dueNumbers } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/sending-number'
import { emptyTables } from './support/emptyTables.ts'
import { answerIn, receive, threadOf } from './support/inbox.ts'
import {
  outboxOf,
  people,
  queue,
  refusal,
  rowsOf,
  type StandIn,
  sendDue,
  standIn,
  statusesOf,
  taken,
  words,
} from './support/outbox.ts'
import { statusReport } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const HOUR = 60 * 60 * 1000

let shop: Shop
let graph: StandIn
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => {
  graph = standIn()
})
afterEach(async () => {
  graph.restore()
  await shop.sql(`delete from cc_external_messages where direction = 'outbound'`)
  await emptyTables(shop, 'cc_number_paces', 'cc_pair_paces', 'cc_automatic_sends')
})
afterAll(() => shop.close())

const bulk = (text: string) => ({ ...words(text), lane: 'bulk' })
const automatic = (text: string) => ({ ...words(text), lane: 'automatic' })
const texts = () => graph.left.map(({ text }) => text)

/** What a process does before it dies: it reserves what is due, and begins it or not. */
async function reserve(roomForAutomatic = 50): Promise<{ ids: string[]; begin(): Promise<string[]> }> {
  const ctx = outboxOf(shop.host)
  const clock = clockOf(ctx)
  const [number] = await dueNumbers(dbOf(ctx.em), clock)
  const ask = { pace: { perSecond: 80, newPeoplePerDay: null }, pair: null, room: 50, roomForAutomatic }
  const { claimId, messages } = await ctx.em
    .fork()
    .transactional((tx) => reserveMessages(dbOf(tx), number!, ask, clock))
  const reserved = messages.map(({ message }) => ({ message, decision: null }))
  return {
    ids: reserved.map(({ message }) => message.id),
    begin: async () => [...(await beginMessages(dbOf(ctx.em.fork()), reserved, claimId, clock))],
  }
}

describe('the order in which messages leave', () => {
  it('is what staff typed, then what the shop sends by itself, then batches', async () => {
    const [a, b, c, ...others] = await people(shop, 23)
    for (const other of others) await queue(shop, other, bulk('batch'))
    await queue(shop, a!, bulk('batch'))
    await queue(shop, b!, automatic('reminder'))
    await answerIn(shop, c!, words('answer')).expect(202)
    await sendDue(shop.host)
    expect(texts()).toEqual(['answer', 'reminder', ...Array(21).fill('batch')])
  })

  it('is within a conversation that in which they were written, but for what is more urgent', async () => {
    const [a] = await people(shop, 1)
    await queue(shop, a!, bulk('b1'))
    await queue(shop, a!, bulk('b2'))
    await queue(shop, a!, { ...bulk('b3'), priority: 'normal' })
    await answerIn(shop, a!, words('p1')).expect(202)
    await answerIn(shop, a!, words('p2')).expect(202)
    await sendDue(shop.host)
    expect(texts()).toEqual(['p1', 'p2', 'b3', 'b1', 'b2'])
  })

  it('is not that of one whose time has not come', async () => {
    const [a] = await people(shop, 1)
    const scheduledAt = new Date(Date.now() + HOUR).toISOString()
    await queue(shop, a!, { ...automatic('later'), scheduledAt })
    await queue(shop, a!, automatic('now'))
    await sendDue(shop.host)
    expect(texts()).toEqual(['now'])
    await sendDue(shop.host, HOUR + 1000)
    expect(texts()).toEqual(['now', 'later'])
  })

  it('lets nobody wait for one that hangs', async () => {
    const [a, b, c] = await people(shop, 3)
    let answer: () => void = () => undefined
    const hangs = new Promise<void>((resolve) => (answer = resolve))
    graph.answers(async ({ content }) => {
      if (content.type === 'text' && content.text === 'hangs') await hangs
      return taken()
    })
    const slow = await queue(shop, a!, automatic('hangs'))
    const others = [await queue(shop, b!, automatic('one')), await queue(shop, c!, automatic('two'))]
    const sending = sendDue(shop.host)
    while ((await statusesOf(shop, others)).some((status) => status !== 'sent'));
    expect(await statusesOf(shop, [slow])).toEqual(['sending'])
    answer()
    await sending
    expect(await statusesOf(shop, [slow])).toEqual(['sent'])
  })
})

describe('what staff type', () => {
  it('finds room where a batch takes as much of the sender as it may', async () => {
    const [a, b, c] = await people(shop, 3)
    await queue(shop, a!, bulk('batch'))
    await queue(shop, b!, automatic('reminder'))
    const { body } = await answerIn(shop, c!, words('answer')).expect(202)
    expect((await reserve(0)).ids).toEqual([body.message.id])
  })

  it('has its number served before those that only send batches', async () => {
    const [a, b] = await people(shop, 2)
    const [other] = await shop.sql<{ id: string }>(
      `update cc_external_conversations set channel_id =
         (select id from cc_communication_channels where external_identifier = ?)
       where id = ? returning channel_id as id`,
      [shop.acme.account.numbers[1]!.id, b!],
    )
    await queue(shop, a!, bulk('batch'))
    await queue(shop, b!, { ...words('answer'), lane: 'person' })
    const ctx = outboxOf(shop.host)
    const looks = Array.from({ length: 12 }, () => dueNumbers(dbOf(ctx.em), clockOf(ctx)))
    for (const numbers of await Promise.all(looks)) {
      expect(numbers).toHaveLength(2)
      expect(numbers[0]).toMatchObject({ channelId: other!.id })
    }
  })
})

describe('a message that was on its way when its batch was cancelled', () => {
  const cancelBatchOf = (id: string) =>
    shop.sql(
      `with batch as (
         insert into cc_batches (id, tenant_id, organization_id, channel_id, name, content_type, content, total,
                                 idempotency_key, request_hash, state)
         select gen_random_uuid(), tenant_id, organization_id, channel_id, '', 'text', '', 1, id::text, '', 'cancelled'
         from cc_external_messages where id = ? returning id)
       update cc_external_messages m set batch_id = batch.id from batch where m.id = ?`,
      [id, id],
    )

  it('never leaves again when the provider says "not now"', async () => {
    const [a] = await people(shop, 1)
    const id = await queue(shop, a!, bulk('batch'))
    graph.answers(async () => {
      await cancelBatchOf(id)
      return refusal('rate', true)
    })
    await sendDue(shop.host)
    expect(await statusesOf(shop, [id])).toEqual(['cancelled'])
    await sendDue(shop.host, HOUR)
    expect(texts()).toEqual(['batch'])
  })

  it('is sent where the provider took it, and failed where it refused it for good', async () => {
    const [a, b] = await people(shop, 2)
    const ids = [await queue(shop, a!, bulk('taken')), await queue(shop, b!, bulk('refused'))]
    graph.answers(async ({ content }) => {
      const isTaken = content.type === 'text' && content.text === 'taken'
      await cancelBatchOf(ids[isTaken ? 0 : 1]!)
      return isTaken ? taken() : refusal('message')
    })
    await sendDue(shop.host)
    expect(await statusesOf(shop, ids)).toEqual(['sent', 'failed'])
  })
})

describe('a message that a process has reserved', () => {
  it('is called back and never leaves', async () => {
    const [a] = await people(shop, 1)
    const { body } = await answerIn(shop, a!, words('oh no')).expect(202)
    const reserved = await reserve()
    expect(reserved.ids).toEqual([body.message.id])
    const path = `/api/communication_channels/messages/${body.message.id}/cancel`
    await shop.acme.agent('post', path).expect(200)
    expect(await reserved.begin()).toEqual([])
    await sendDue(shop.host, HOUR)
    expect(texts()).toEqual([])
  })

  it('leaves by another one when the process died, once its claim is over', async () => {
    const [a] = await people(shop, 1)
    const id = await queue(shop, a!, automatic('kept'))
    await reserve()
    await sendDue(shop.host)
    expect(texts()).toEqual([])
    await sendDue(shop.host, 31_000)
    expect(texts()).toEqual(['kept'])
    expect(await statusesOf(shop, [id])).toEqual(['sent'])
  })

  it('is unknown when the process died after it began, and is not sent again', async () => {
    const [a] = await people(shop, 1)
    const id = await queue(shop, a!, automatic('gone'))
    const reserved = await reserve()
    expect(await reserved.begin()).toEqual([id])
    await sendDue(shop.host, 30_000)
    expect(await statusesOf(shop, [id])).toEqual(['sending'])
    await sendDue(shop.host, 41_000)
    expect(await rowsOf(shop, [id])).toMatchObject([{ status: 'unknown', code: 'answer_lost' }])
    expect(texts()).toEqual([])
  })
})

describe('a message whose form is refused', () => {
  const place = { type: 'location', latitude: 52.2, longitude: 21, name: 'Shop' }
  const refusePlaces = () =>
    graph.answers(async ({ content }) => (content.type === 'text' ? taken() : refusal('form')))

  it('goes out as the text that was given for that, and says so', async () => {
    const [a] = await people(shop, 1)
    refusePlaces()
    const id = await queue(shop, a!, { content: place, lane: 'automatic', fallbackText: 'Main Street 1' })
    await sendDue(shop.host)
    expect(texts()).toEqual(['location', 'Main Street 1'])
    expect((await threadOf(shop, a)).at(-1)).toMatchObject({
      id,
      status: 'sent',
      content: { type: 'text', text: 'Main Street 1' },
      fallback: { refused: { type: 'location', name: 'Shop' }, error: { code: 'refused_form' } },
    })
  })

  it('fails where none was given, and where the text is refused too', async () => {
    const [a, b] = await people(shop, 2)
    graph.answers(refusal('form'))
    const ids = [
      await queue(shop, a!, { content: place, lane: 'automatic' }),
      await queue(shop, b!, { content: place, lane: 'automatic', fallbackText: 'Main Street 1' }),
    ]
    await sendDue(shop.host)
    expect(await statusesOf(shop, ids)).toEqual(['failed', 'failed'])
    expect(texts().sort()).toEqual(['Main Street 1', 'location', 'location'])
  })
})

it('a report that came while the sender was writing is tied to its message', async () => {
  const [a] = await people(shop, 1)
  graph.answers({ outcome: 'sent', externalMessageId: 'wamid.crossed' })
  const id = await queue(shop, a!, automatic('crossed'))
  await sendDue(shop.host)
  await receive(shop, statusReport({ id: 'wamid.crossed', status: 'read' }))
  // As if neither had seen the other.
  await shop.sql(
    `update cc_message_status_events set message_id = null where external_message_id = 'wamid.crossed'`,
  )
  await shop.sql(`update cc_external_messages set status = 'sent', status_rank = 3 where id = ?`, [id])
  await sendDue(shop.host)
  expect(await statusesOf(shop, [id])).toEqual(['read'])
})
