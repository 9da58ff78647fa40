import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { signWebhook } from '@open-mercato/whatsapp-simulator'
import supertest from 'supertest'
import { delivery, statusReport, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const journal = (tenantId: string) =>
  shop.sql<{ state: string; outcome: Record<string, unknown> }>(
    'select state, outcome from cc_webhook_deliveries where tenant_id = ? order by id',
    [tenantId],
  )

describe('what Meta delivers', () => {
  it('is answered with 200 once it is kept, and then reaches the inbox', async () => {
    const { acme } = shop
    expect(await acme.deliver(delivery(acme, [textMessage({ id: 'wamid.1', text: 'Hello there' })]))).toBe(
      200,
    )
    await shop.drain()

    const { body } = await acme.agent('get', '/api/communication_channels/conversations').expect(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      contact: { displayName: 'Maria Nowak', phone: '+48601234567' },
      lastMessage: { direction: 'inbound', preview: 'Hello there' },
      unreadCount: 1,
      window: { isRequired: true, isOpen: true },
    })
  })

  it('is read whole: every message and status of a batch', async () => {
    const { acme } = shop
    const messages = Array.from({ length: 40 }, (_, index) => textMessage({ id: `wamid.batch.${index}` }))
    expect(
      await acme.deliver(
        delivery(acme, [...messages, statusReport({ id: 'wamid.unknown', status: 'read' })]),
      ),
    ).toBe(200)
    await shop.drain()
    expect((await journal(acme.tenantId)).at(-1)).toMatchObject({
      state: 'applied',
      outcome: { messages: 40, statuses: 1, duplicates: 0 },
    })
  })

  it('is not kept back by a worker whose clock is late', async () => {
    const { acme } = shop
    expect(await acme.deliver(delivery(acme, [textMessage({ id: 'wamid.clock' })]))).toBe(200)
    await drainHub(shop.host, () => new Date(Date.now() - 60_000))
    expect((await journal(acme.tenantId)).at(-1)).toMatchObject({ state: 'applied' })
  })

  it('is stored once however often it comes', async () => {
    const { acme } = shop
    const payload = delivery(acme, [textMessage({ id: 'wamid.twice' })])
    for (let time = 0; time < 3; time++) expect(await acme.deliver(payload)).toBe(200)
    await shop.drain()
    const stored = await shop.sql(
      `select 1 from cc_external_messages where external_message_id = 'wamid.twice'`,
    )
    expect(stored).toHaveLength(1)
  })
})

describe('bad input to the webhook', () => {
  it('answers 404 for a key that no connection has', async () => {
    await supertest(shop.listener).post('/api/channel_whatsapp/webhook/nobody').send({}).expect(404)
    await supertest(shop.listener).get('/api/channel_whatsapp/webhook/nobody').expect(404)
  })

  it.each([
    ['absent', undefined],
    ['wrong', signWebhook('{}', 'not the secret')],
    ['malformed', 'sha256=xyz'],
    ['of another tenant', signWebhook('{}', 'birch-app-secret')],
  ])('answers 401 for a signature that is %s and stores nothing', async (_, signature) => {
    const before = await journal(shop.acme.tenantId)
    const request = supertest(shop.listener)
      .post(shop.acme.webhookPath)
      .set('content-type', 'application/json')
    if (signature) request.set('x-hub-signature-256', signature)
    await request.send('{}').expect(401)
    expect(await journal(shop.acme.tenantId)).toHaveLength(before.length)
  })

  it('answers 413 for more than 3 MB', async () => {
    const body = Buffer.alloc(3 * 1024 * 1024 + 1, 'x')
    await supertest(shop.listener)
      .post(shop.acme.webhookPath)
      .set('x-hub-signature-256', signWebhook(body.toString(), shop.acme.account.appSecret))
      .send(body)
      .expect(413)
  })

  it.each([
    ['not JSON', 'hello'],
    ['of another shape', '{"object":"page","entry":"none"}'],
    ['not even text', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1')],
  ])('keeps a signed body that is %s as unreadable, for an operator to see', async (_, body) => {
    const { acme } = shop
    await supertest(shop.listener)
      .post(acme.webhookPath)
      .set('content-type', 'application/json')
      .set('x-hub-signature-256', signWebhook(body, acme.account.appSecret))
      .send(body)
      .expect(200)
    await shop.drain()
    const { body: list } = await acme
      .admin('get', '/api/communication_channels/deliveries?outcome=unreadable')
      .expect(200)
    expect(list.items[0]).toMatchObject({ state: 'applied', outcome: { unreadable: true, messages: 0 } })
  })

  it('keeps what is said about a number or account that is not the connection’s as foreign, applied nowhere', async () => {
    const { acme, birch } = shop
    const before = await shop.sql('select id from cc_external_messages')
    const aboutAcme = delivery(acme, [textMessage({ id: 'wamid.forged' })])
    expect(await birch.deliver(aboutAcme)).toBe(200)
    const otherAccount = delivery({ account: { ...birch.account, wabaId: acme.account.wabaId } }, [
      textMessage({ id: 'wamid.forged.2' }),
    ])
    expect(await birch.deliver(otherAccount)).toBe(200)
    await shop.drain()
    expect((await journal(birch.tenantId)).map(({ outcome }) => outcome)).toMatchObject([
      { foreign: 1, messages: 0 },
      { foreign: 1, messages: 0 },
    ])
    expect(await shop.sql('select id from cc_external_messages')).toHaveLength(before.length)
  })
})

describe('Meta’s handshake', () => {
  const ask = (token: string) =>
    supertest(shop.listener)
      .get(shop.acme.webhookPath)
      .query({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' })

  it('gives the challenge back for the right verify token', async () => {
    const { text } = await ask(shop.acme.account.verifyToken).expect(200)
    expect(text).toBe('1158201444')
  })

  it('answers 403 for the wrong one', () => ask('wrong').expect(403))
})
