import { agreeAtAcme } from './support/agreeing.ts'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'

const API = '/api/communication_channels'
const HOUR = 60 * 60 * 1000
const yesterday = () => new Date(Date.now() - 25 * HOUR)

let shop: Shop
/** Wrote a moment ago. */
let maria: string
/** Wrote yesterday; the window is closed. */
let anna: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria')
  anna = await customerWrites(shop, 'anna', yesterday())
})
afterAll(() => shop.close())

const text = { content: { type: 'text', text: 'Yes, we have it in red.' } }
const order = {
  content: {
    ...{ type: 'template', name: 'order_update', language: 'en_US' },
    parameters: { body: { '1': 'Anna', '2': '#7' } },
  },
}
const offer = {
  content: {
    ...{ type: 'template', name: 'welcome_back', language: 'en_US' },
    parameters: { body: { first_name: 'Maria' } },
  },
}
const shipped = (change: object = {}) => ({
  notification: { name: 'order_update', data: { '1': 'Maria', '2': '#8' }, ...change },
})

const explain = async (conversation: string, asked: object, headers: Record<string, string> = {}) =>
  (
    await shop.acme
      .agent('post', `${API}/conversations/${conversation}/explain`)
      .set(headers)
      .send(asked)
      .expect(200)
  ).body
const explanationOf = async (messageId: string, headers: Record<string, string> = {}) =>
  (await shop.acme.agent('get', `${API}/messages/${messageId}/explanation`).set(headers).expect(200)).body
const send = async (conversation: string, asked: object) =>
  (await answerIn(shop, conversation, asked).expect(202)).body.message
const codesOf = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code)
const messageIn = async (conversation: string, id: string) =>
  (await threadOf(shop, conversation)).find((one: { id: string }) => one.id === id)

/** As if this person had wanted no more of it since a moment ago. */
const optsOut = (conversation: string, purpose: string) =>
  shop.sql(
    `insert into cc_consents (contact_id, channel_type, purpose, tenant_id, organization_id, state, since, source)
     select contact_id, 'whatsapp', ?, tenant_id, organization_id, 'opted_out', now(), 'message'
     from cc_external_conversations where id = ?
     on conflict (contact_id, channel_type, purpose) do update set state = 'opted_out', since = now()`,
    [purpose, conversation],
  )
afterEach(() => shop.sql('delete from cc_consents'))

describe('what may not leave is refused before the wire, with its reason', () => {
  it.each<[string, () => string, object, string]>([
    ['marketing to somebody who never agreed', () => maria, offer, 'no_consent'],
    ['free words after the window', () => anna, text, 'window_closed'],
    [
      'a template that is not there',
      () => maria,
      { content: { ...offer.content, name: 'nothing' } },
      'template_missing',
    ],
    [
      'a template that Meta rejected',
      () => maria,
      { content: { ...offer.content, name: 'flash_sale' } },
      'no_consent',
    ],
    [
      'a code that nobody asked for',
      () => maria,
      { content: { ...offer.content, name: 'sign_in_code' } },
      'not_requested',
    ],
    [
      'a notification for which there is no template',
      () => anna,
      shipped({ name: 'never_heard_of' }),
      'no_template_for_notification',
    ],
    ['a notification whose data is incomplete', () => anna, shipped({ data: {} }), 'template_data_missing'],
  ])('%s', async (_, conversation, asked, code) => {
    const before = (await outboundAtMeta(shop)).length
    const { body } = await answerIn(shop, conversation(), asked).expect(422)
    expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
    expect(codesOf(body)).toContain(code)
    await shop.drain()
    expect(await outboundAtMeta(shop)).toHaveLength(before)
  })

  it('also where it was queued while it was still allowed', async () => {
    await agreeAtAcme(shop, { conversationIds: [maria] }, ['marketing'])
    const queued = await send(maria, offer)
    await optsOut(maria, 'marketing')
    const before = (await outboundAtMeta(shop)).length
    await shop.drain()
    expect(await outboundAtMeta(shop)).toHaveLength(before)
    expect(await messageIn(maria, queued.id)).toMatchObject({
      status: 'failed',
      error: { code: 'opted_out', message: expect.stringContaining('opted out of marketing') },
    })
    const { queued: then, attempts } = await explanationOf(queued.id)
    expect(codesOf(then.decision)).toContain('consent_confirmed')
    expect(attempts).toMatchObject([
      { outcome: 'not_sent', decision: { outcome: 'refuse', code: 'opted_out' } },
    ])
  })

  it('while an answer to the same person still leaves', async () => {
    await optsOut(maria, 'marketing')
    await optsOut(maria, 'utility')
    const { id } = await send(maria, text)
    await shop.drain()
    expect((await messageIn(maria, id)).error).toBeNull()
    const { body } = await answerIn(shop, maria, order).expect(422)
    expect(body).toMatchObject({ code: 'opted_out' })
  })
})

describe('what is asked for by name', () => {
  it('leaves in plain words while the window is open, and as a template after it', async () => {
    const words = { text: 'Maria, your order #8 is on its way.' }
    const free = await send(maria, shipped(words))
    const template = await send(anna, shipped(words))
    expect(free).toMatchObject({
      purpose: 'utility',
      notification: 'order_update',
      content: { type: 'text' },
    })
    expect(template).toMatchObject({
      purpose: 'utility',
      notification: 'order_update',
      content: { type: 'template', name: 'order_update', rendered: { body: expect.stringContaining('#8') } },
    })
    await shop.drain()
    expect((await explanationOf(template.id)).queued.decision).toMatchObject({
      outcome: 'use_template',
      template: { name: 'order_update' },
    })
  })

  it('queued in plain words leaves as a template where the window is over when its turn comes', async () => {
    const [words, data] = ['Maria, your order #11 is on its way.', { '1': 'Maria', '2': '#11' }]
    const { id, content } = await send(maria, shipped({ text: words, data }))
    expect(content).toEqual({ type: 'text', text: words })
    const window = (change: string) =>
      shop.sql(
        `update cc_external_conversations
         set conversation_window_expires_at = conversation_window_expires_at ${change} interval '2 days' where id = ?`,
        [maria],
      )
    await window('-')
    expect((await explanationOf(id)).now).toMatchObject({ outcome: 'use_template' })
    const before = (await outboundAtMeta(shop)).length
    await shop.drain()
    await window('+')
    const left = (await outboundAtMeta(shop)).slice(before)
    expect(left).toMatchObject([{ content: { type: 'template' } }])
    expect(JSON.stringify(left)).toContain('#11')
    const after = await messageIn(maria, id)
    expect(after).toMatchObject({
      error: null,
      content: { type: 'template', name: 'order_update', rendered: { body: expect.stringContaining('#11') } },
    })
    const { attempts } = await explanationOf(id)
    expect(attempts).toMatchObject([
      { decision: { outcome: 'use_template', template: { name: 'order_update' } } },
    ])
  })

  it.each([
    ['pl', 'pl'],
    ['pl_PL', 'pl'],
    ['en', 'en_US'],
    ['sv', 'en_US'],
  ])('leaves in the language nearest to %s', async (asked, language) => {
    const { content } = await send(anna, shipped({ language: asked }))
    expect(content).toMatchObject({ name: 'order_update', language })
  })

  it('is the same request under the same key, and another one is refused', async () => {
    const first = await answerIn(shop, anna, shipped(), 'by-name').expect(202)
    const second = await answerIn(shop, anna, shipped(), 'by-name').expect(202)
    expect(second.body.message.id).toBe(first.body.message.id)
    await answerIn(shop, anna, shipped({ data: { '1': 'Maria', '2': '#9' } }), 'by-name').expect(409)
  })

  it.each<[string, object]>([
    ['neither a content nor a notification', {}],
    ['both', { ...text, ...shipped() }],
    ['a purpose for a template', { ...order, purpose: 'marketing' }],
    ['a name that is none', shipped({ name: 'Order Update' })],
    ['the question that only the hub asks', shipped({ name: 'double_opt_in', data: { business: 'Acme' } })],
  ])('is refused with %s', async (_, asked) => {
    const { body } = await answerIn(shop, anna, asked).expect(400)
    expect(body).toMatchObject({ code: 'invalid_input', fieldErrors: expect.any(Object) })
  })
})

describe('an explanation', () => {
  it('of what is planned is what would become of it, and nothing leaves', async () => {
    const before = await shop.sql('select id from cc_external_messages')
    expect(await explain(maria, text)).toMatchObject({ purpose: 'service', decision: { outcome: 'allow' } })
    expect(await explain(anna, text)).toMatchObject({
      decision: { outcome: 'use_template', code: 'window_closed' },
    })
    expect(await explain(maria, offer)).toMatchObject({
      purpose: 'marketing',
      decision: { outcome: 'refuse', code: 'no_consent' },
    })
    const inTwoDays = new Date(Date.now() + 48 * HOUR).toISOString()
    expect(await explain(maria, { ...text, scheduledAt: inTwoDays })).toMatchObject({
      decision: { outcome: 'use_template', code: 'window_closes_before' },
    })
    expect(await shop.sql('select id from cc_external_messages')).toEqual(before)
  })

  it('of what left says why it might, when it was queued and when it left', async () => {
    const { id } = await send(maria, text)
    await shop.drain()
    const { queued, attempts, now } = await explanationOf(id)
    for (const { decision } of [queued, attempts[0]]) {
      expect(decision).toMatchObject({ outcome: 'allow', code: null })
      expect(decision.reasons).toMatchObject([{ code: 'window_open', effect: 'permits' }])
      expect(decision.reasons[0].sentence).toMatch(/window|until/)
    }
    expect(attempts).toHaveLength(1)
    expect(now).toBeNull()
  })

  it('of what still waits says what the policy would say now', async () => {
    const scheduledAt = new Date(Date.now() + HOUR).toISOString()
    const { id } = await send(maria, { ...order, scheduledAt })
    expect((await explanationOf(id)).now).toMatchObject({ outcome: 'allow' })
    await optsOut(maria, 'utility')
    expect((await explanationOf(id)).now).toMatchObject({ outcome: 'refuse', code: 'opted_out' })
    await shop.acme.agent('post', `${API}/messages/${id}/cancel`).expect(200)
  })

  it('is in the language of whoever asks', async () => {
    const said = async (language: string) =>
      (await explain(anna, text, { 'accept-language': language })).decision.reason
    const sentences = await Promise.all(['en', 'de', 'pl', 'es'].map(said))
    expect(new Set(sentences).size).toBe(4)
  })

  it('is there for what we wrote alone', async () => {
    const [inbound] = (await threadOf(shop, maria)).filter(
      (one: { direction: string }) => one.direction === 'inbound',
    )
    await shop.acme.agent('get', `${API}/messages/${inbound.id}/explanation`).expect(404)
  })
})

it('the composer knows for each purpose what may be written, before anybody types', async () => {
  await agreeAtAcme(shop, { conversationIds: [anna] }, ['marketing'])
  expect((await conversationOf(shop, anna)).policy).toMatchObject({
    freeForm: { outcome: 'use_template', code: 'window_closed' },
    utility: { outcome: 'allow', code: null },
    marketing: { outcome: 'allow' },
    authentication: { outcome: 'refuse', code: 'not_requested' },
    reengagement: { name: 're_engagement', content: { type: 'template' } },
  })
})
