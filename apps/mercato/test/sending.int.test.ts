import { randomUUID } from 'node:crypto'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { outboundAtMeta, simulatorOf, customerWrites as writes } from './support/customer.ts'
import { answerIn, conversationOf, receive, threadOf } from './support/inbox.ts'
import { delivery, statusReport } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const HOUR = 60 * 60
const CONVERSATIONS = '/api/communication_channels/conversations'

let shop: Shop
let conversationId: string
beforeEach(async () => {
  shop = await openShop()
  conversationId = await customerWrites('maria')
})
afterEach(() => shop.close())

/** The phone is off afterwards, so that what is sent to it stays `sent`. */
async function customerWrites(customerId: string, hoursAgo = 0): Promise<string> {
  const conversation = await writes(shop, customerId, new Date(Date.now() - hoursAgo * HOUR * 1000))
  await simulator(`customers/${customerId}`, { method: 'PATCH', body: JSON.stringify({ online: false }) })
  return conversation
}

const send = (content: object, key?: string) => answerIn(shop, conversationId, { content }, key)

const text = (words = 'We have it in blue.') => ({ type: 'text', text: words })
const thread = () => threadOf(shop, conversationId)
const simulator = (path: string, init?: RequestInit) => simulatorOf(shop, path, init)
const faults = (change: object) => simulator('faults', { method: 'PATCH', body: JSON.stringify(change) })
const sentBySimulator = async () =>
  (await outboundAtMeta(shop)) as { wamid: string; content: { body: string } }[]

describe('an answer', () => {
  it('leaves through Graph and shows as sent', async () => {
    const { body } = await send(text()).expect(202)
    expect(body.message).toMatchObject({
      status: 'queued',
      direction: 'outbound',
      author: { name: 'Emil Employee' },
    })
    await shop.drain()
    expect((await thread()).at(-1)).toMatchObject({
      status: 'sent',
      content: { text: 'We have it in blue.' },
    })
    expect(await sentBySimulator()).toHaveLength(1)
  })

  it('climbs as statuses come, in any order, and keeps the pricing as reported', async () => {
    const { body } = await send(text())
    await shop.drain()
    const wamid = (await sentBySimulator())[0]!.wamid
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' }
    await shop.acme.deliver(delivery(shop.acme, [statusReport({ id: wamid, status: 'read' })]))
    await shop.acme.deliver(delivery(shop.acme, [statusReport({ id: wamid, status: 'delivered', pricing })]))
    await shop.acme.deliver(delivery(shop.acme, [statusReport({ id: wamid, status: 'sent', pricing })]))
    await shop.drain()
    const message = (await thread()).find((one: { id: string }) => one.id === body.message.id)
    expect(message).toMatchObject({
      status: 'read',
      statusTimes: { sent: expect.any(String), delivered: expect.any(String), read: expect.any(String) },
      pricing: { billable: true, model: 'PMP', type: 'regular', category: 'service' },
    })
  })

  it('to somebody whose phone is hidden goes to their user id', async () => {
    const sam = await customerWrites('sam')
    await answerIn(shop, sam, { content: text('Hi Sam') }).expect(202)
    await shop.drain()
    expect(await sentBySimulator()).toMatchObject([{ recipient: { userId: 'US.100000000000003' } }])
  })

  it('with the same key is sent once and answered the same', async () => {
    const key = randomUUID()
    const first = await send(text(), key).expect(202)
    await shop.drain()
    const again = await send(text(), key).expect(202)
    expect(again.body).toEqual(first.body)
    await shop.drain()
    expect(await sentBySimulator()).toHaveLength(1)
  })

  it('asked for twice at the same moment is sent once', async () => {
    const key = randomUUID()
    const answers = await Promise.all([send(text(), key), send(text(), key), send(text(), key)])
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202])
    expect(new Set(answers.map((answer) => answer.body.message.id)).size).toBe(1)
  })

  it('with the same key and another text is refused', async () => {
    const key = randomUUID()
    await send(text(), key).expect(202)
    await send(text('we have it in BLUE.'), key).expect(409)
    const { body } = await send(text('Something else'), key).expect(409)
    expect(body).toMatchObject({ code: 'idempotency_conflict', action: expect.any(String) })
  })

  it.each([
    ['no key', undefined, text(), 'idempotency-key'],
    ['empty text', 'k', text('  '), 'content.text'],
    ['too long a text', 'k', text('x'.repeat(4097)), 'content.text'],
    ['an unknown kind', 'k', { type: 'pigeon' }, 'content.type'],
  ])('with %s is refused with the field named', async (_, key, content, field) => {
    const request = shop.acme.agent('post', `${CONVERSATIONS}/${conversationId}/messages`)
    if (key) request.set('idempotency-key', key)
    const { body } = await request.send({ content }).expect(400)
    expect(Object.keys(body.fieldErrors)).toContain(field)
  })
})

describe('the 24-hour window', () => {
  it('closed refuses free text with a code, a sentence and what to do, and lets a template through', async () => {
    const anna = await customerWrites('anna', 25)
    const { body } = await answerIn(shop, anna, { content: text() }).expect(422)
    expect(body).toMatchObject({
      code: 'window_closed',
      error: expect.any(String),
      action: expect.stringContaining('template'),
    })

    expect((await conversationOf(shop, anna)).policy).toMatchObject({
      freeForm: { code: 'window_closed' },
      utility: { outcome: 'allow' },
    })

    const template = {
      type: 'template',
      name: 'order_update',
      language: 'en_US',
      parameters: { body: { '1': 'Anna', '2': '#7' } },
    }
    await answerIn(shop, anna, { content: template }).expect(202)
    await shop.drain()
    expect(await sentBySimulator()).toMatchObject([{ content: { type: 'template', name: 'order_update' } }])
  })

  it('that closes between queue and leaving keeps the message from leaving', async () => {
    await send(text()).expect(202)
    const tomorrow = new Date(Date.now() + 25 * HOUR * 1000)
    await drainHub(shop.host, () => tomorrow)
    expect((await thread()).at(-1)).toMatchObject({ status: 'failed', error: { code: 'window_closed' } })
    expect(await sentBySimulator()).toHaveLength(0)
  })

  it('is opened by the latest message, whatever came last', async () => {
    const before = await conversationOf(shop, conversationId)
    await customerWrites('maria', 5)
    const after = await conversationOf(shop, conversationId)
    expect(after.conversation.window).toEqual(before.conversation.window)
  })
})

describe('a send that fails', () => {
  it('for good says Meta’s reason', async () => {
    await faults({ failNextSends: [131026] })
    await send(text())
    await shop.drain()
    expect((await thread()).at(-1)).toMatchObject({
      status: 'failed',
      error: { code: 'recipient_unreachable', providerCode: '131026' },
    })
  })

  it('because the token has ended asks for a new one, on the connection and in the marketplace', async () => {
    await faults({ failNextSends: [190] })
    await send(text())
    await shop.drain()
    expect((await thread()).at(-1)).toMatchObject({
      status: 'failed',
      error: { code: 'access_token_invalid' },
    })
    const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)
    expect(body.items[0]).toMatchObject({ status: 'requires_reauth' })
    const integration = await shop.acme.admin('get', '/api/integrations/channel_whatsapp').expect(200)
    expect(integration.body.state).toMatchObject({ reauthRequired: true })
    await shop.acme.admin('post', `/api/channel_whatsapp/connections/${body.items[0].id}/refresh`).expect(200)
    const again = await shop.acme.admin('get', '/api/integrations/channel_whatsapp').expect(200)
    expect(again.body.state).toMatchObject({ reauthRequired: false })
  })

  it('that may have gone out is unknown, and is not tried again', async () => {
    await faults({ failNextSends: [131000] })
    await send(text())
    await shop.drain()
    await drainHub(shop.host, () => new Date(Date.now() + HOUR * 1000))
    expect((await thread()).at(-1)).toMatchObject({ status: 'unknown', error: { providerCode: '131000' } })
    expect(await sentBySimulator()).toHaveLength(0)
  })

  it('for the moment is tried again later and goes out once', async () => {
    await faults({ failNextSends: [130429] })
    await send(text())
    await shop.drain()
    expect((await thread()).at(-1)).toMatchObject({
      status: 'queued',
      error: { code: 'rate_limited', providerCode: '130429' },
    })
    const later = new Date(Date.now() + 60_000)
    await drainHub(shop.host, () => later)
    expect((await thread()).at(-1)).toMatchObject({ status: 'sent', error: null })
    expect(await sentBySimulator()).toHaveLength(1)
  })

  it('without a clear answer is unknown, never sent again by itself, and settled by its status', async () => {
    await faults({ failNextSends: [131000] })
    const { body } = await send(text())
    await shop.drain()
    await drainHub(shop.host, () => new Date(Date.now() + HOUR * 1000))
    expect((await thread()).at(-1)).toMatchObject({ status: 'unknown' })

    const report = statusReport({ id: 'wamid.lost', status: 'delivered', callbackData: body.message.id })
    await receive(shop, report)
    expect((await thread()).at(-1)).toMatchObject({ status: 'delivered', error: null })
    const attempts = await shop.sql('select outcome from cc_send_attempts where message_id = ?', [
      body.message.id,
    ])
    expect(attempts).toEqual([{ outcome: 'sent' }])
  })

  it('when its process dies becomes unknown after its lease, not sent twice', async () => {
    const { body } = await send(text())
    await shop.sql(
      `update cc_external_messages set status = 'sending', status_rank = 1, attempt_count = 1,
              claimed_until = now() - interval '1 second' where id = ?`,
      [body.message.id],
    )
    await shop.drain()
    expect((await thread()).at(-1)).toMatchObject({ status: 'unknown', error: { code: 'answer_lost' } })
    expect(await sentBySimulator()).toHaveLength(0)
  })

  it('keeps the order of a conversation', async () => {
    await faults({ failNextSends: [130429] })
    await send(text('first'))
    await send(text('second'))
    await shop.drain()
    expect(await sentBySimulator()).toHaveLength(0)
    await drainHub(shop.host, () => new Date(Date.now() + 60_000))
    expect((await sentBySimulator()).map(({ content }) => content.body)).toEqual(['first', 'second'])
  })
})
