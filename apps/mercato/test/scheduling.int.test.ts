import { randomUUID } from 'node:crypto'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationsOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const from = (ms: number) => new Date(Math.floor((Date.now() + ms) / 1000) * 1000)
const template = { type: 'template', name: 'appointment_reminder', language: 'en_US' }

let shop: Shop
let conversationId: string
beforeAll(async () => {
  shop = await openShop()
  conversationId = await customerWrites(shop, 'maria')
  // What is sent stays `sent`.
  await simulatorOf(shop, 'customers/maria', { method: 'PATCH', body: JSON.stringify({ online: false }) })
})
afterAll(() => shop.close())

const ask = (content: object, scheduledAt: Date, more: { key?: string; fallbackText?: string } = {}) => {
  const { key, ...body } = more
  return answerIn(shop, conversationId, { content, scheduledAt: scheduledAt.toISOString(), ...body }, key)
}
const text = (words: string) => ({ type: 'text', text: words })
const thread = () => threadOf(shop, conversationId)
const find = async (id: string) => (await thread()).find((one: { id: string }) => one.id === id)
const wordsAtMeta = async () =>
  (await outboundAtMeta(shop)).map((one) => (one.content as { body?: string }).body)

describe('a scheduled message', () => {
  it('stands at its time in the thread, and hides no newer word in the list before it', async () => {
    const { body } = await ask(text('Tomorrow then'), from(HOUR / 2)).expect(202)
    await answerIn(shop, conversationId, { content: text('Said now') }).expect(202)
    await shop.drain()
    expect((await thread()).at(-1).id).toBe(body.message.id)
    expect((await conversationsOf(shop))[0].lastMessage.preview).toBe('Said now')
    await drainHub(shop.host, () => from(HOUR / 2 + MINUTE))
    expect((await conversationsOf(shop))[0].lastMessage.preview).toBe('Tomorrow then')
  })

  it('leaves at its time and not before, and says until then when it will', async () => {
    const at = from(HOUR)
    const { body } = await ask(text('In an hour'), at).expect(202)
    expect(body.message).toMatchObject({
      status: 'queued',
      scheduledAt: at.toISOString(),
      sentAt: at.toISOString(),
      waiting: { code: 'scheduled', until: at.toISOString() },
      canCancel: true,
      ...{ lane: 'person', priority: 'high' },
    })
    await shop.drain()
    expect(await find(body.message.id)).toMatchObject({ status: 'queued', waiting: { code: 'scheduled' } })
    await drainHub(shop.host, () => new Date(at.getTime() - 1_000))
    expect(await wordsAtMeta()).not.toContain('In an hour')
    await drainHub(shop.host, () => new Date(at.getTime() + 1_000))
    expect(await find(body.message.id)).toMatchObject({ status: 'sent', waiting: null })
    expect(await wordsAtMeta()).toContain('In an hour')
  })

  it('holds back nothing that is written after it', async () => {
    const { body } = await ask(text('Later'), from(3 * HOUR)).expect(202)
    await answerIn(shop, conversationId, { content: text('Sooner') }).expect(202)
    await shop.drain()
    expect(await wordsAtMeta()).toContain('Sooner')
    await shop.acme
      .agent('post', `/api/communication_channels/messages/${body.message.id}/cancel`)
      .expect(200)
    const cancelled = await find(body.message.id)
    expect(cancelled.status).toBe('cancelled')
    expect(Date.parse(cancelled.sentAt)).toBeLessThanOrEqual(Date.now())
  })

  it('with a file leaves at its time too, though the file is there long before', async () => {
    const channels = await shop.acme.agent('get', '/api/communication_channels/channels').expect(200)
    const [{ id: channelId }] = channels.body.items
    const fileId = (await uploadTo(shop, channelId, await picture(), 'tent.jpg').expect(201)).body.file.id
    const at = from(4 * HOUR)
    const { body } = await ask({ type: 'image', media: { fileId }, caption: 'Tent' }, at).expect(202)
    await shop.drain()
    expect(await find(body.message.id)).toMatchObject({
      status: 'queued',
      waiting: { code: 'scheduled', until: at.toISOString() },
    })
    await drainHub(shop.host, () => new Date(at.getTime() + 1_000))
    expect(await find(body.message.id)).toMatchObject({ status: 'sent' })
  })

  it('for a time that has passed leaves now', async () => {
    const { body } = await ask(text('A minute ago'), from(-MINUTE)).expect(202)
    expect(body.message).toMatchObject({ scheduledAt: null, waiting: null })
    await shop.drain()
    expect(await wordsAtMeta()).toContain('A minute ago')
  })

  it('is asked for once however often it is asked for, and is another one at another time', async () => {
    const key = randomUUID()
    const at = from(5 * HOUR)
    const first = await ask(template, at, { key, fallbackText: 'See you' }).expect(202)
    expect((await ask(template, at, { key, fallbackText: 'See you' }).expect(202)).body).toEqual(first.body)
    await ask(template, from(6 * HOUR), { key, fallbackText: 'See you' }).expect(409)
    await ask(template, at, { key, fallbackText: 'See you soon' }).expect(409)
    await shop.acme
      .agent('post', `/api/communication_channels/messages/${first.body.message.id}/cancel`)
      .expect(200)
    expect((await ask(template, at, { key, fallbackText: 'See you' }).expect(202)).body).toEqual(first.body)
  })
})

describe('what cannot be scheduled is refused at once', () => {
  it('free text for after the window closes, with what to do; a template may', async () => {
    const { body } = await ask(text('Too late'), from(30 * HOUR)).expect(422)
    expect(body).toMatchObject({
      code: 'window_closes_before',
      action: expect.stringMatching(/earlier|template/),
    })
    const { body: allowed } = await ask(template, from(30 * HOUR)).expect(202)
    expect(allowed.message.waiting.code).toBe('scheduled')
  })

  it('anything more than 90 days ahead, by its field', async () => {
    const { body } = await ask(template, from(91 * 24 * HOUR)).expect(422)
    expect(body).toMatchObject({
      code: 'scheduled_too_far',
      fieldErrors: { scheduledAt: expect.any(String) },
    })
  })

  it('text with a text to fall back to, and what is no time', async () => {
    const fallback = await ask(text('Hello'), from(HOUR), { fallbackText: 'Hello' }).expect(400)
    expect(fallback.body.fieldErrors).toHaveProperty('fallbackText')
    const time = await answerIn(shop, conversationId, { content: template, scheduledAt: 'soon' }).expect(400)
    expect(time.body.fieldErrors).toHaveProperty('scheduledAt')
  })
})
