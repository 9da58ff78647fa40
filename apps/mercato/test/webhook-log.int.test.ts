import { signWebhook } from '@open-mercato/whatsapp-simulator'
import { conversationsOf, emptyInbox, threadOf } from './support/inbox.ts'
import { delivery, MARIA, statusReport, textMessage } from './support/payloads.ts'
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

describe('the search box finds a delivery', () => {
  let ids: { maria: string; sam: string; status: string }
  const SAM = { from: null, userId: 'US.100000000000003', name: 'Sam Rivera' }
  beforeEach(async () => {
    ids = {
      maria: await log.bring(textMessage({ id: 'wamid.maria', text: 'Hello' })),
      sam: await log.bring(textMessage({ id: 'wamid.sam', ...SAM })),
      status: await log.bring(statusReport({ id: 'wamid.maria.answer', status: 'read' })),
    }
  })

  it('by the id of a message in it, the provider’s or ours', async () => {
    expect(await log.search('wamid.maria')).toEqual([ids.maria])
    expect(await log.search('wamid.maria.answer')).toEqual([ids.status])
    const [message] = await threadOf(shop)
    expect(await log.search(message.id)).toEqual([ids.sam])
    expect(await log.search('wamid.nobody')).toEqual([])
  })

  it('by a phone, however it is written', async () => {
    for (const phone of ['+48 601 234 567', '48601234567', '601-234-567', '0048 601234567']) {
      expect(await log.search(phone)).toContain(ids.maria)
      expect(await log.search(phone)).not.toContain(ids.sam)
    }
  })

  it('by a user id, and by a contact with all that they are known by', async () => {
    expect(await log.search('US.100000000000003')).toEqual([ids.sam])
    const maria = (await conversationsOf(shop)).find(
      (one: { contact: { userId: string } }) => one.contact.userId === MARIA.from_user_id,
    )
    const byPhone = await log.bring(textMessage({ id: 'wamid.phone', userId: undefined as never }))
    expect(await log.search(maria.contact.id)).toEqual(expect.arrayContaining([byPhone, ids.maria]))
    expect(await log.search(maria.contact.id)).not.toContain(ids.sam)
  })

  it('and by field, time, state, connection and outcome, together', async () => {
    expect(await log.found('field=statuses')).toEqual([ids.status])
    expect(await log.found('field=messages.text&search=wamid.sam')).toEqual([ids.sam])
    expect(await log.found('field=statuses&search=wamid.sam')).toEqual([])
    const now = new Date().toISOString()
    expect(await log.found(`to=${now}`)).toHaveLength(3)
    expect(await log.found(`from=${now}`)).toEqual([])
    const { connectionId } = (await log.open(ids.sam)).delivery
    expect(await log.found(`connectionId=${connectionId}&state=applied&search=wamid.sam`)).toEqual([ids.sam])
    expect(await log.found(`state=failed`)).toEqual([])
    expect(await log.found(`outcome=foreign`)).toEqual([])
  })

  it('page by page', async () => {
    const first = (await shop.acme.admin('get', `${LOG}?limit=2`).expect(200)).body
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual([ids.status, ids.sam])
    expect(await log.found(`limit=2&cursor=${first.nextCursor}`)).toEqual([ids.maria])
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
    await log.bring(textMessage({ id: 'wamid.1' }))
    expect(await log.found(`from=${from}`)).toHaveLength(1)
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
  const id = await log.bring(textMessage({ id: 'wamid.1' }))
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
    await log.bring(known)
    const id = await log.bring(known, textMessage({ id: 'wamid.new', text: 'New' }), {
      change: { field: 'brand_new', value: { anything: 1 } },
    })
    const [first] = await threadOf(shop)
    const opened = await log.open(id)
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
    expect((await log.open(await log.latest())).read).toMatchObject([{ outcome: 'foreign', number: null }])

    const status = await log.bring(statusReport({ id: 'wamid.unheard', status: 'read' }))
    expect((await log.open(status)).read).toMatchObject([
      { kind: 'status', status: 'read', outcome: 'stored', hint: 'message_unknown', messageId: null },
    ])
    const dead = await log.keepAside(textMessage({ id: 'wamid.dead' }))
    expect((await log.open(dead)).read).toMatchObject([
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
    const ids = await log.found('outcome=unreadable')
    expect(ids).toHaveLength(2)
    const [binary, text] = [await log.open(ids[0]!), await log.open(ids[1]!)]
    expect(binary.raw).toEqual({ encoding: 'base64', base64: bytes.toString('base64') })
    expect(JSON.parse(text.raw.text)).toEqual({ object: 'something_else' })
    for (const { read } of [binary, text]) {
      expect(read).toMatchObject([{ kind: 'unreadable', outcome: 'unreadable', error: expect.any(String) }])
    }
  })

  it('is on record: who opened it, without a word of it', async () => {
    const id = await log.bring(textMessage({ id: 'wamid.secret', text: 'Nobody else’s business' }))
    await log.open(id.toUpperCase())
    const rows = await shop.sql('select * from action_logs where resource_id = ?', [id])
    expect(rows).toMatchObject([
      { command_id: 'communication_channels.delivery.open', actor_user_id: expect.any(String) },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/business|wamid/)
  })
})
