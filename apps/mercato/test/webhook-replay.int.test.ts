import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationsOf, emptyInbox, threadOf } from './support/inbox.ts'
import { delivery, echo, NOW, statusReport, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import { LOG, today, type WebhookLog, webhookLogOf } from './support/webhookLog.ts'

let shop: Shop
let log: WebhookLog
beforeAll(async () => {
  shop = await openShop()
  log = webhookLogOf(shop)
})
afterAll(() => shop.close())
beforeEach(() => emptyInbox(shop))

/** Meta's side reports by itself, when it comes to it. */
const untilDelivered = async (conversationId: string) => {
  const end = Date.now() + 10_000
  do {
    if (Date.now() > end) throw new Error('Nothing was reported.')
    await shop.drain()
  } while ((await threadOf(shop, conversationId)).at(-1).status !== 'delivered')
}

const JOURNAL = ['cc_webhook_deliveries', 'cc_replays']
/** Every row of the database that a replay could touch; `to: 'row'` sees also one that was written as it was. */
const everything = async (to: 'row' | 'value', without: string[] = []) => {
  const tables = await shop.sql<{ name: string }>(
    `select relname as name from pg_class
     where relkind in ('r', 'p') and not relispartition and (relname ~ '^(cc|wa)_' or relname like 'attachment%')
     order by relname`,
  )
  const rows = tables
    .filter(({ name }) => !without.includes(name))
    .map(async ({ name }) => [
      name,
      await shop.sql(
        `select t.*${to === 'row' ? ', t.xmin::text as written_by' : ''} from ${name} t order by t::text`,
      ),
    ])
  return Object.fromEntries(await Promise.all(rows))
}

describe('a preview', () => {
  it('says what a dead letter would bring, and changes nothing at all', async () => {
    const dead = await log.keepAside(
      textMessage({ id: 'wamid.a', text: 'A' }),
      textMessage({ id: 'wamid.b', text: 'B' }),
      statusReport({ id: 'wamid.c', status: 'delivered' }),
    )
    const before = await everything('row')
    expect(await log.preview({ ids: [dead] })).toMatchObject({
      total: 1,
      tried: 1,
      deliveries: [
        { id: dead, result: 'changed', state: 'failed', before: null, after: { messages: 2, statuses: 1 } },
      ],
      effects: { messages: 2, statuses: 1, raised: 0, contacts: 1, conversations: 1, failed: 0 },
    })
    expect(await everything('row')).toEqual(before)
  })

  it('says that what is applied already stays as it is, and what still waits is left alone', async () => {
    const applied = await log.bring(textMessage({ id: 'wamid.a' }))
    expect(await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.b' })]))).toBe(200)
    const pending = await log.latest()
    expect(await log.preview({ ids: [applied, pending] })).toMatchObject({
      total: 2,
      deliveries: [
        { id: applied, result: 'same', before: { messages: 1 }, after: { messages: 0, duplicates: 1 } },
        { id: pending, result: 'pending', after: null },
      ],
      effects: { messages: 0, statuses: 0, contacts: 0, conversations: 0 },
    })
    expect(await log.preview(today())).toMatchObject({ total: 1, tried: 1 })
  })

  it('foretells exactly what the replay then does', async () => {
    await log.bring(echo({ id: 'wamid.echo', text: 'From the phone in the shop', at: NOW }))
    const dead = await log.keepAside(
      statusReport({ id: 'wamid.echo', status: 'read' }),
      textMessage({ id: 'wamid.other', from: '4915123456789', userId: 'DE.1', name: 'Anna' }),
    )
    const foretold = await log.preview({ ids: [dead] })
    expect(foretold.effects).toMatchObject({
      messages: 1,
      statuses: 1,
      raised: 1,
      contacts: 1,
      conversations: 1,
    })
    const { body } = await log.replay({ ids: [dead] }).expect(200)
    expect(body).toEqual({ deliveries: foretold.deliveries, effects: foretold.effects })
    expect(await log.search('wamid.echo')).toHaveLength(2)
    const [shownLast] = await conversationsOf(shop)
    expect(shownLast.contact).toMatchObject({ displayName: 'Anna' })
  })
})

describe('a replay', () => {
  it('of what is applied changes nothing but the log, and sends nothing again', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    await answerIn(shop, conversationId, { content: { type: 'text', text: 'Hi' } }).expect(202)
    await untilDelivered(conversationId)
    const ids = await log.found('')
    const before = await everything('value', JOURNAL)
    const atMeta = await outboundAtMeta(shop)

    const { body } = await log.replay({ ids }).expect(200)
    expect(body.deliveries.map(({ result }: { result: string }) => result)).toEqual(ids.map(() => 'same'))
    await shop.drain()
    expect(await everything('value', JOURNAL)).toEqual(before)
    expect(await outboundAtMeta(shop)).toEqual(atMeta)
    expect((await log.open(ids.at(-1)!)).delivery).toMatchObject({
      state: 'applied',
      outcome: { messages: 1, duplicates: 0 },
      replayedAt: expect.any(String),
    })
  })

  it('of a dead letter applies it, and nobody answers by itself to what it brings', async () => {
    const dead = await log.keepAside(textMessage({ id: 'wamid.late', text: 'Better late' }))
    expect(await log.search('wamid.late')).toEqual([])
    const { body } = await log.replay({ ids: [dead] }).expect(200)
    expect(body.effects).toMatchObject({ messages: 1, conversations: 1, failed: 0 })
    const events = await shop.sql<{ event: string; payload: { isReplay?: boolean } }>(
      'select event, payload from cc_outgoing_events',
    )
    expect(events.map(({ event }) => event)).toContain('communication_channels.message.received')
    expect(events.every(({ payload }) => payload.isReplay === true)).toBe(true)
    await shop.drain()
    expect(await threadOf(shop)).toMatchObject([{ content: { text: 'Better late' } }])
    expect((await log.open(dead)).delivery).toMatchObject({
      state: 'applied',
      error: null,
      outcome: { messages: 1 },
    })
    expect(await log.search('wamid.late')).toEqual([dead])
    expect(await outboundAtMeta(shop)).toEqual(expect.not.arrayContaining([{ text: 'Better late' }]))
  })

  it('that fails again leaves a dead letter with its new reason, and does the others', async () => {
    await shop.sql(`alter table cc_external_messages
      add constraint no_bad_news check (external_message_id <> 'wamid.bad')`)
    const bad = await log.keepAside(textMessage({ id: 'wamid.bad' }))
    const good = await log.keepAside(textMessage({ id: 'wamid.good' }))
    try {
      expect(await log.preview({ ids: [bad, good] })).toMatchObject({ effects: { messages: 1, failed: 1 } })
      const { body } = await log.replay({ ids: [bad, good] }).expect(200)
      expect(body.deliveries).toMatchObject([
        { id: bad, result: 'failed', error: 'database refused: 23514 (no_bad_news)' },
        { id: good, result: 'changed', after: { messages: 1 } },
      ])
      expect((await log.open(bad)).delivery).toMatchObject({
        state: 'failed',
        error: 'database refused: 23514 (no_bad_news)',
      })
      expect((await log.open(good)).delivery).toMatchObject({ state: 'applied', error: null })
    } finally {
      await shop.sql('alter table cc_external_messages drop constraint no_bad_news')
    }
  })

  it('brings in what was foreign once its number is connected', async () => {
    const foreign = delivery(shop.acme, [textMessage({ id: 'wamid.foreign' })], '999')
    expect(await shop.acme.deliver(foreign)).toBe(200)
    await shop.drain()
    const id = await log.latest()
    await shop.sql(
      "update cc_communication_channels set external_identifier = '999' where external_identifier = ?",
      [shop.acme.account.numbers[1]!.id],
    )
    try {
      await log.replay({ ids: [id] }).expect(200)
      expect((await log.open(id)).delivery.outcome).toMatchObject({ foreign: 0, messages: 1 })
      expect(await log.found('outcome=foreign')).toEqual([])
    } finally {
      await shop.sql(
        "update cc_communication_channels set external_identifier = ? where external_identifier = '999'",
        [shop.acme.account.numbers[1]!.id],
      )
    }
  })

  it('is on record', async () => {
    const id = await log.bring(textMessage({ id: 'wamid.1' }))
    await log.replay({ ids: [id] }).expect(200)
    await log.replay(today()).expect(202)
    expect(
      await shop.sql(
        `select resource_kind as kind from action_logs
         where command_id = 'communication_channels.deliveries.replay' order by id desc limit 2`,
      ),
    ).toEqual([{ kind: 'communication_channels.replay' }, { kind: 'communication_channels.delivery' }])
    await shop.drain()
  })
})

describe('a delivery that has ended a process', () => {
  const code = 'delivery_ends_processes'
  let deadly: string
  beforeEach(async () => {
    deadly = await log.keepAside(textMessage({ id: 'wamid.deadly' }))
    await shop.sql(
      "update cc_webhook_deliveries set error = 'The process ended while applying it.' where id = ?",
      [deadly],
    )
  })

  it('is shown as received, and not read by the process that shows it', async () => {
    const opened = await log.open(deadly)
    expect(opened.raw.text).toContain('wamid.deadly')
    expect(opened).toMatchObject({ read: null, isHeldBack: true, readError: expect.any(String) })
  })

  it('is neither tried nor replayed by name, and nothing with it', async () => {
    const other = await log.keepAside(textMessage({ id: 'wamid.other' }))
    for (const path of ['/replay/preview', '/replay']) {
      const ids = [other, deadly]
      const { body } = await shop.acme
        .admin('post', LOG + path)
        .send({ ids })
        .expect(422)
      expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
    }
    expect((await log.open(other)).delivery.state).toBe('failed')
  })

  it('is left to a worker with its time, and foretold by nobody', async () => {
    expect(await log.preview(today())).toMatchObject({
      total: 1,
      deliveries: [{ id: deadly, result: 'failed' }],
      effects: { failed: 1, messages: 0 },
    })
    await log.replay(today()).expect(202)
    await shop.drain()
    expect(await log.open(deadly)).toMatchObject({
      delivery: { state: 'applied' },
      read: [{ outcome: 'stored' }],
      isHeldBack: false,
    })
  })
})
