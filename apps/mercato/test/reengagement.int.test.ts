import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const preview = (conversationId: string) =>
  shop.acme.agent('get', `/api/communication_channels/conversations/${conversationId}/reengagement`)
const ask = { notification: { name: 're_engagement', data: {} } }

describe('a conversation whose window closed', () => {
  it('is taken up again by a template: what was shown goes out, and the answer opens the window', async () => {
    const id = await customerWrites(shop, 'anna', hoursAgo(25))
    const { policy } = await conversationOf(shop, id)
    expect(policy).toMatchObject({
      freeForm: { outcome: 'use_template', code: 'window_closed' },
      reengagement: { name: 're_engagement', purpose: 'utility', missing: [] },
    })
    const { body } = await preview(id).expect(200)
    expect(body.content).toMatchObject({ type: 'template', name: 're_engagement' })

    await answerIn(shop, id, ask).expect(202)
    await shop.drain()
    const [sent] = (await outboundAtMeta(shop)) as { content: { rendered: { body: string } } }[]
    expect(sent!.content.rendered.body).toBe(body.content.rendered.body)
    expect((await threadOf(shop, id)).at(-1)).toMatchObject({ status: 'sent', content: body.content })
    expect((await conversationOf(shop, id)).conversation.window.isOpen).toBe(false)

    await customerWrites(shop, 'anna')
    const after = await conversationOf(shop, id)
    expect(after.conversation.window.isOpen).toBe(true)
    expect(after.policy.reengagement).toBeNull()
    expect((await preview(id)).body).toEqual({ content: null })
  })

  it('is taken up in the language of the last template, else in that of who asks', async () => {
    const id = await customerWrites(shop, 'joao', hoursAgo(25))
    const offered = async () => (await conversationOf(shop, id)).policy.reengagement.language
    expect(await offered()).toBe('en_US')
    const german = await shop.acme
      .agent('get', `/api/communication_channels/conversations/${id}/reengagement`)
      .set('accept-language', 'de')
    expect(german.body.content.language).toBe('de')
    await answerIn(shop, id, { notification: { name: 're_engagement', language: 'pl', data: {} } }).expect(
      202,
    )
    await shop.drain()
    expect(await offered()).toBe('pl')
    expect((await preview(id)).body.content.language).toBe('pl')
  })

  it('is not known to be so where only the provider’s clock says it: the message fails, with its reason', async () => {
    const id = await customerWrites(shop, 'maria')
    const chat = { customerId: 'maria', phoneNumberId: shop.acme.account.numbers[0]!.id }
    await simulatorOf(shop, 'elapsed-hours', { method: 'POST', body: JSON.stringify(chat) })
    await answerIn(shop, id, { content: { type: 'text', text: 'Hello' } }).expect(202)
    await shop.drain()
    expect((await threadOf(shop, id)).at(-1)).toMatchObject({
      status: 'failed',
      error: { action: expect.any(String) },
    })
  })

  it('is every tenant’s own', async () => {
    const id = await customerWrites(shop, 'joao', hoursAgo(25))
    const path = `/api/communication_channels/conversations/${id}/reengagement`
    await shop.birch.agent('get', path).expect(404)
  })
})
