import type { EntityManager } from '@mikro-orm/postgresql'
import { replayStep } from '@open-mercato/communication-channels/modules/communication_channels/lib/deliveries/replay/replay-step'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { signWebhook } from '@open-mercato/whatsapp-simulator'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { delivery, echo, type Item, MARIA, NOW, statusReport, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const LOG = '/api/communication_channels/deliveries'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => emptyInbox(shop))

const found = async (query: string): Promise<string[]> =>
  (await shop.acme.admin('get', `${LOG}?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id)
const search = (text: string, more = '') => found(`search=${encodeURIComponent(text)}${more}`)
const latest = async () => (await found('limit=1'))[0]!
const bring = async (...items: Item[]) => {
  await receive(shop, ...items)
  return latest()
}
const keepAside = async (...items: Item[]) => {
  expect(await shop.acme.deliver(delivery(shop.acme, items))).toBe(200)
  const [row] = await shop.sql<{ id: string }>(
    `update cc_webhook_deliveries set state = 'failed', attempts = 6, error = 'database refused: 23514'
     where state = 'pending' returning id`,
  )
  return row!.id
}
const open = async (id: string) => (await shop.acme.admin('get', `${LOG}/${id}`).expect(200)).body
const preview = async (body: object) =>
  (await shop.acme.admin('post', `${LOG}/replay/preview`).send(body).expect(200)).body
const replay = (body: object) => shop.acme.admin('post', `${LOG}/replay`).send(body)

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

describe('the search box finds a delivery', () => {
  let ids: { maria: string; sam: string; status: string }
  const SAM = { from: null, userId: 'US.100000000000003', name: 'Sam Rivera' }
  beforeEach(async () => {
    ids = {
      maria: await bring(textMessage({ id: 'wamid.maria', text: 'Hello' })),
      sam: await bring(textMessage({ id: 'wamid.sam', ...SAM })),
      status: await bring(statusReport({ id: 'wamid.maria.answer', status: 'read' })),
    }
  })

  it('by the id of a message in it, the provider’s or ours', async () => {
    expect(await search('wamid.maria')).toEqual([ids.maria])
    expect(await search('wamid.maria.answer')).toEqual([ids.status])
    const [message] = await threadOf(shop)
    expect(await search(message.id)).toEqual([ids.sam])
    expect(await search('wamid.nobody')).toEqual([])
  })

  it('by a phone, however it is written', async () => {
    for (const phone of ['+48 601 234 567', '48601234567', '601-234-567', '0048 601234567']) {
      expect(await search(phone)).toContain(ids.maria)
      expect(await search(phone)).not.toContain(ids.sam)
    }
  })

  it('by a user id, and by a contact with all that they are known by', async () => {
    expect(await search('US.100000000000003')).toEqual([ids.sam])
    const maria = (await conversationsOf(shop)).find(
      (one: { contact: { userId: string } }) => one.contact.userId === MARIA.from_user_id,
    )
    const byPhone = await bring(textMessage({ id: 'wamid.phone', userId: undefined as never }))
    expect(await search(maria.contact.id)).toEqual(expect.arrayContaining([byPhone, ids.maria]))
    expect(await search(maria.contact.id)).not.toContain(ids.sam)
  })

  it('and by field, time, state, connection and outcome, together', async () => {
    expect(await found('field=statuses')).toEqual([ids.status])
    expect(await found('field=messages.text&search=wamid.sam')).toEqual([ids.sam])
    expect(await found('field=statuses&search=wamid.sam')).toEqual([])
    const now = new Date().toISOString()
    expect(await found(`to=${now}`)).toHaveLength(3)
    expect(await found(`from=${now}`)).toEqual([])
    const { connectionId } = (await open(ids.sam)).delivery
    expect(await found(`connectionId=${connectionId}&state=applied&search=wamid.sam`)).toEqual([ids.sam])
    expect(await found(`state=failed`)).toEqual([])
    expect(await found(`outcome=foreign`)).toEqual([])
  })

  it('page by page', async () => {
    const first = (await shop.acme.admin('get', `${LOG}?limit=2`).expect(200)).body
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual([ids.status, ids.sam])
    expect(await found(`limit=2&cursor=${first.nextCursor}`)).toEqual([ids.maria])
  })

  it('and nothing of another tenant, whatever is asked', async () => {
    const birch = async (path: string) => shop.birch.admin('get', path)
    for (const text of ['wamid.maria', '+48601234567', 'US.100000000000003']) {
      const { body } = await birch(`${LOG}?search=${encodeURIComponent(text)}`)
      expect(body.items).toEqual([])
    }
    expect((await birch(`${LOG}/${ids.maria}`)).status).toBe(404)
    for (const path of ['replay', 'replay/preview']) {
      const answer = await shop.birch.admin('post', `${LOG}/${path}`).send({ ids: [ids.maria] })
      expect(answer.status).toBe(404)
    }
    const none = await shop.birch.admin('post', `${LOG}/replay/preview`).send(today())
    expect(none.body).toMatchObject({ total: 0, tried: 0, deliveries: [] })
  })
})

it.each([
  ['from=yesterday', 'from'],
  ['from=0000-11-21T10:00:00Z', 'from'],
  ['to=9999-12-31T23:59:59-23:59', 'to'],
  ['from=2026-11-21T10:00:00Z&to=2026-11-21T09:00:00Z', 'to'],
  ['state=lost', 'state'],
  ['connectionId=1', 'connectionId'],
  ['limit=0', 'limit'],
])('a query that makes no sense is refused by its field: %s', async (query, field) => {
  const { body } = await shop.acme.admin('get', `${LOG}?${query}`).expect(400)
  expect(Object.keys(body.fieldErrors)).toEqual([field])
})

it.each(['2020-11-21T10:00:00%2B23:59', `2020-11-21T10:00:00.${'1'.repeat(200)}Z`])(
  'a time may be written as %s',
  async (from) => {
    await bring(textMessage({ id: 'wamid.1' }))
    expect(await found(`from=${from}`)).toHaveLength(1)
  },
)

it.each([
  [{ ids: ['x'] }, 'ids.0'],
  [{ ids: [] }, 'ids'],
  [{ from: '2026-11-21T10:00:00Z' }, 'to'],
  [{ from: '2026-11-21T10:00:00Z', to: '2026-11-21T11:00:00Z', send: true }, 'send'],
  [null, ''],
])('nor is a replay of %j taken', async (body, field) => {
  for (const path of ['replay', 'replay/preview']) {
    const answer = await shop.acme.admin('post', `${LOG}/${path}`).send(body as object)
    expect([answer.status, Object.keys(answer.body.fieldErrors)]).toEqual([400, [field]])
  }
})

it('who may not look into deliveries gets nothing of them', async () => {
  const id = await bring(textMessage({ id: 'wamid.1' }))
  for (const path of [LOG, `${LOG}/${id}`, `${LOG}/replays`, `${LOG}/filters`]) {
    expect((await shop.acme.agent('get', path)).status).toBe(403)
  }
  for (const path of [`${LOG}/replay`, `${LOG}/replay/preview`]) {
    expect((await shop.acme.agent('post', path).send({ ids: [id] })).status).toBe(403)
  }
})

describe('an opened delivery', () => {
  it('shows the bytes as received, and where each thing in it stands now', async () => {
    const known = textMessage({ id: 'wamid.known', text: 'Known already' })
    await bring(known)
    const id = await bring(known, textMessage({ id: 'wamid.new', text: 'New' }), {
      change: { field: 'brand_new', value: { anything: 1 } },
    })
    const [first] = await threadOf(shop)
    const opened = await open(id)
    expect(opened.raw.encoding).toBe('utf-8')
    expect(JSON.parse(opened.raw.text).entry[0].changes).toHaveLength(3)
    expect(opened.delivery).toMatchObject({ id, state: 'applied', attempts: 1, error: null })
    expect(opened.read).toMatchObject([
      {
        kind: 'message',
        outcome: 'known',
        preview: 'Known already',
        who: 'Maria Nowak',
        messageId: first.id,
      },
      { kind: 'message', outcome: 'stored', preview: 'New', direction: 'inbound', number: 'Acme Outdoor' },
      { kind: 'other', outcome: 'ignored', field: 'brand_new' },
    ])
  })

  it('says what is foreign, switched off, missing or about a message that nobody knows', async () => {
    const foreign = delivery(shop.acme, [textMessage({ id: 'wamid.foreign' })], '999')
    expect(await shop.acme.deliver(foreign)).toBe(200)
    await shop.drain()
    expect((await open(await latest())).read).toMatchObject([{ outcome: 'foreign', number: null }])

    const status = await bring(statusReport({ id: 'wamid.unheard', status: 'read' }))
    expect((await open(status)).read).toMatchObject([
      { kind: 'status', status: 'read', outcome: 'stored', hint: 'message_unknown', messageId: null },
    ])
    const dead = await keepAside(textMessage({ id: 'wamid.dead' }))
    expect((await open(dead)).read).toMatchObject([
      { outcome: 'missing', hint: 'dead_letter', messageId: null },
    ])
  })

  it('shows what nobody can read, down to bytes that are no text', async () => {
    expect(await shop.acme.deliver({ object: 'something_else' })).toBe(200)
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])
    await shop.acme
      .admin('post', shop.acme.webhookPath)
      .set('content-type', 'application/octet-stream')
      .set('x-hub-signature-256', signWebhook(bytes, shop.acme.account.appSecret))
      .send(bytes)
      .expect(200)
    await shop.drain()
    const ids = await found('outcome=unreadable')
    expect(ids).toHaveLength(2)
    const [binary, text] = [await open(ids[0]!), await open(ids[1]!)]
    expect(binary.raw).toEqual({ encoding: 'base64', base64: bytes.toString('base64') })
    expect(JSON.parse(text.raw.text)).toEqual({ object: 'something_else' })
    for (const { read } of [binary, text]) {
      expect(read).toMatchObject([{ kind: 'unreadable', outcome: 'unreadable', error: expect.any(String) }])
    }
  })

  it('is on record: who opened it, without a word of it', async () => {
    const id = await bring(textMessage({ id: 'wamid.secret', text: 'Nobody else’s business' }))
    await open(id.toUpperCase())
    const rows = await shop.sql('select * from action_logs where resource_id = ?', [id])
    expect(rows).toMatchObject([
      { command_id: 'communication_channels.delivery.open', actor_user_id: expect.any(String) },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/business|wamid/)
  })
})

const today = () => ({
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
})

describe('a preview', () => {
  it('says what a dead letter would bring, and changes nothing at all', async () => {
    const dead = await keepAside(
      textMessage({ id: 'wamid.a', text: 'A' }),
      textMessage({ id: 'wamid.b', text: 'B' }),
      statusReport({ id: 'wamid.c', status: 'delivered' }),
    )
    const before = await everything('row')
    expect(await preview({ ids: [dead] })).toMatchObject({
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
    const applied = await bring(textMessage({ id: 'wamid.a' }))
    expect(await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.b' })]))).toBe(200)
    const pending = await latest()
    expect(await preview({ ids: [applied, pending] })).toMatchObject({
      total: 2,
      deliveries: [
        { id: applied, result: 'same', before: { messages: 1 }, after: { messages: 0, duplicates: 1 } },
        { id: pending, result: 'pending', after: null },
      ],
      effects: { messages: 0, statuses: 0, contacts: 0, conversations: 0 },
    })
    expect(await preview(today())).toMatchObject({ total: 1, tried: 1 })
  })

  it('foretells exactly what the replay then does', async () => {
    await bring(echo({ id: 'wamid.echo', text: 'From the phone in the shop', at: NOW }))
    const dead = await keepAside(
      statusReport({ id: 'wamid.echo', status: 'read' }),
      textMessage({ id: 'wamid.other', from: '4915123456789', userId: 'DE.1', name: 'Anna' }),
    )
    const foretold = await preview({ ids: [dead] })
    expect(foretold.effects).toMatchObject({
      messages: 1,
      statuses: 1,
      raised: 1,
      contacts: 1,
      conversations: 1,
    })
    const { body } = await replay({ ids: [dead] }).expect(200)
    expect(body).toEqual({ deliveries: foretold.deliveries, effects: foretold.effects })
    expect(await search('wamid.echo')).toHaveLength(2)
    const [shownLast] = await conversationsOf(shop)
    expect(shownLast.contact).toMatchObject({ displayName: 'Anna' })
  })
})

describe('a replay', () => {
  it('of what is applied changes nothing but the log, and sends nothing again', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    await answerIn(shop, conversationId, { content: { type: 'text', text: 'Hi' } }).expect(202)
    await untilDelivered(conversationId)
    const ids = await found('')
    const before = await everything('value', JOURNAL)
    const atMeta = await outboundAtMeta(shop)

    const { body } = await replay({ ids }).expect(200)
    expect(body.deliveries.map(({ result }: { result: string }) => result)).toEqual(ids.map(() => 'same'))
    await shop.drain()
    expect(await everything('value', JOURNAL)).toEqual(before)
    expect(await outboundAtMeta(shop)).toEqual(atMeta)
    expect((await open(ids.at(-1)!)).delivery).toMatchObject({
      state: 'applied',
      outcome: { messages: 1, duplicates: 0 },
      replayedAt: expect.any(String),
    })
  })

  it('of a dead letter applies it, and nobody answers by itself to what it brings', async () => {
    const dead = await keepAside(textMessage({ id: 'wamid.late', text: 'Better late' }))
    expect(await search('wamid.late')).toEqual([])
    const { body } = await replay({ ids: [dead] }).expect(200)
    expect(body.effects).toMatchObject({ messages: 1, conversations: 1, failed: 0 })
    const events = await shop.sql<{ event: string; payload: { isReplay?: boolean } }>(
      'select event, payload from cc_outgoing_events',
    )
    expect(events.map(({ event }) => event)).toContain('communication_channels.message.received')
    expect(events.every(({ payload }) => payload.isReplay === true)).toBe(true)
    await shop.drain()
    expect(await threadOf(shop)).toMatchObject([{ content: { text: 'Better late' } }])
    expect((await open(dead)).delivery).toMatchObject({
      state: 'applied',
      error: null,
      outcome: { messages: 1 },
    })
    expect(await search('wamid.late')).toEqual([dead])
    expect(await outboundAtMeta(shop)).toEqual(expect.not.arrayContaining([{ text: 'Better late' }]))
  })

  it('that fails again leaves a dead letter with its new reason, and does the others', async () => {
    await shop.sql(`alter table cc_external_messages
      add constraint no_bad_news check (external_message_id <> 'wamid.bad')`)
    const bad = await keepAside(textMessage({ id: 'wamid.bad' }))
    const good = await keepAside(textMessage({ id: 'wamid.good' }))
    try {
      expect(await preview({ ids: [bad, good] })).toMatchObject({ effects: { messages: 1, failed: 1 } })
      const { body } = await replay({ ids: [bad, good] }).expect(200)
      expect(body.deliveries).toMatchObject([
        { id: bad, result: 'failed', error: 'database refused: 23514 (no_bad_news)' },
        { id: good, result: 'changed', after: { messages: 1 } },
      ])
      expect((await open(bad)).delivery).toMatchObject({
        state: 'failed',
        error: 'database refused: 23514 (no_bad_news)',
      })
      expect((await open(good)).delivery).toMatchObject({ state: 'applied', error: null })
    } finally {
      await shop.sql('alter table cc_external_messages drop constraint no_bad_news')
    }
  })

  it('brings in what was foreign once its number is connected', async () => {
    const foreign = delivery(shop.acme, [textMessage({ id: 'wamid.foreign' })], '999')
    expect(await shop.acme.deliver(foreign)).toBe(200)
    await shop.drain()
    const id = await latest()
    await shop.sql(
      "update cc_communication_channels set external_identifier = '999' where external_identifier = ?",
      [shop.acme.account.numbers[1]!.id],
    )
    try {
      await replay({ ids: [id] }).expect(200)
      expect((await open(id)).delivery.outcome).toMatchObject({ foreign: 0, messages: 1 })
      expect(await found('outcome=foreign')).toEqual([])
    } finally {
      await shop.sql(
        "update cc_communication_channels set external_identifier = ? where external_identifier = '999'",
        [shop.acme.account.numbers[1]!.id],
      )
    }
  })

  it('is on record', async () => {
    const id = await bring(textMessage({ id: 'wamid.1' }))
    await replay({ ids: [id] }).expect(200)
    await replay(today()).expect(202)
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
    deadly = await keepAside(textMessage({ id: 'wamid.deadly' }))
    await shop.sql(
      "update cc_webhook_deliveries set error = 'The process ended while applying it.' where id = ?",
      [deadly],
    )
  })

  it('is shown as received, and not read by the process that shows it', async () => {
    const opened = await open(deadly)
    expect(opened.raw.text).toContain('wamid.deadly')
    expect(opened).toMatchObject({ read: null, isHeldBack: true, readError: expect.any(String) })
  })

  it('is neither tried nor replayed by name, and nothing with it', async () => {
    const other = await keepAside(textMessage({ id: 'wamid.other' }))
    for (const path of ['/replay/preview', '/replay']) {
      const ids = [other, deadly]
      const { body } = await shop.acme
        .admin('post', LOG + path)
        .send({ ids })
        .expect(422)
      expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
    }
    expect((await open(other)).delivery.state).toBe('failed')
  })

  it('is left to a worker with its time, and foretold by nobody', async () => {
    expect(await preview(today())).toMatchObject({
      total: 1,
      deliveries: [{ id: deadly, result: 'failed' }],
      effects: { failed: 1, messages: 0 },
    })
    await replay(today()).expect(202)
    await shop.drain()
    expect(await open(deadly)).toMatchObject({
      delivery: { state: 'applied' },
      read: [{ outcome: 'stored' }],
      isHeldBack: false,
    })
  })
})

describe('the replay of a time', () => {
  const replays = async () => (await shop.acme.admin('get', `${LOG}/replays`).expect(200)).body.items
  const fill = async (count: number) => {
    for (let nth = 0; nth < count; nth++) await keepAside(textMessage({ id: `wamid.${nth}` }))
  }

  it('counts first, and then shows how far it is until all of it is done', async () => {
    await fill(3)
    const applied = await bring(textMessage({ id: 'wamid.applied' }))
    expect(await preview({ ...today(), state: 'failed' })).toMatchObject({
      total: 3,
      tried: 3,
      effects: { messages: 3 },
    })
    const { body } = await replay({ ...today(), state: 'failed' }).expect(202)
    expect(body.replay).toMatchObject({ total: 3, done: 0, finishedAt: null })
    await shop.drain()
    expect((await replays())[0]).toMatchObject({
      id: body.replay.id,
      total: 3,
      done: 3,
      failed: 0,
      messages: 3,
      finishedAt: expect.any(String),
    })
    expect(await found('state=failed')).toEqual([])
    expect((await open(applied)).delivery.replayedAt).toBeNull()
    expect((await shop.birch.admin('get', `${LOG}/replays`)).body.items).toEqual([])
  })

  it('goes on where a process that died has left it, and passes over what processes die of', async () => {
    await fill(3)
    const { replay: run } = (await replay(today()).expect(202)).body
    const bad = (await found('')).at(-1)!
    // As the fourth process finds it: three have begun this step and not ended it.
    await shop.sql(
      "update cc_replays set attempts = 3, claimed_until = now() - interval '1 second' where id = ?",
      [run.id],
    )
    await shop.drain()
    expect((await replays())[0]).toMatchObject({
      done: 3,
      failed: 1,
      messages: 2,
      finishedAt: expect.any(String),
    })
    expect((await open(bad)).delivery).toMatchObject({
      state: 'failed',
      error: 'The process ended while applying it.',
    })
  })

  it('knows what processes die of also where it was applied before, and nobody else reads it', async () => {
    const applied = await bring(textMessage({ id: 'wamid.applied' }))
    await replay(today()).expect(202)
    await shop.sql('update cc_replays set attempts = 3 where finished_at is null')
    await shop.drain()
    expect(await open(applied)).toMatchObject({ delivery: { state: 'applied' }, isHeldBack: true })
    await replay({ ids: [applied] }).expect(422)
  })

  it('is free again within a minute of a death, and a step that was overtaken is counted once', async () => {
    await fill(3)
    await replay(today()).expect(202)
    const container = shop.host.createContainer()
    const em = container.resolve<EntityManager>('em')
    const gate = Promise.withResolvers<void>()
    const applied = Promise.withResolvers<void>()
    const fork = () => {
      const own = em.fork()
      const whole = own.transactional.bind(own)
      own.transactional = async (...work) => {
        const done = await whole(...work)
        applied.resolve()
        await gate.promise
        return done
      }
      return own
    }
    const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const slow = replayStep({ em: { fork } as unknown as EntityManager, encryption, now: new Date() })
    await applied.promise
    const soon = "claimed_until between now() and now() + interval '46 seconds'"
    expect(await shop.sql(`select 1 from cc_replays where finished_at is null and ${soon}`)).toHaveLength(1)
    await shop.sql(
      "update cc_replays set claimed_until = now() - interval '1 second' where finished_at is null",
    )
    await shop.drain()
    gate.resolve()
    await slow
    expect((await replays())[0]).toMatchObject({ total: 3, done: 3, finishedAt: expect.any(String) })
  })

  it('does not wait for all that another tenant has asked for before', async () => {
    await shop.sql('delete from cc_replays')
    for (let nth = 0; nth < 3; nth++) await replay(today()).expect(202)
    await shop.birch.admin('post', `${LOG}/replay`).send(today()).expect(202)
    await shop.sql('update cc_replays set finished_at = null')
    const container = shop.host.createContainer()
    const step = () =>
      replayStep({
        em: container.resolve<EntityManager>('em'),
        encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
        now: new Date(),
      })
    for (let nth = 0; nth < 2; nth++) await step()
    const done = await shop.sql('select tenant_id from cc_replays where finished_at is not null')
    expect(new Set(done.map((one) => JSON.stringify(one))).size).toBe(2)
    await shop.drain()
  })

  it('takes nothing that comes while it runs', async () => {
    await fill(1)
    await replay(today()).expect(202)
    const later = await keepAside(textMessage({ id: 'wamid.later' }))
    await shop.drain()
    expect((await open(later)).delivery.state).toBe('failed')
  })
})
