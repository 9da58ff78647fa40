import { randomUUID } from 'node:crypto'
import { API, type BatchDesk, openBatchDesk, order, phones } from './support/batchDesk.ts'
import { openShop, type Shop } from './support/shop.ts'

const MARIA = '+48 601 234 567'

let shop: Shop
let desk: BatchDesk
beforeAll(async () => {
  shop = await openShop()
  desk = await openBatchDesk(shop)
})
afterEach(() => desk.clear())
afterAll(() => shop.close())

describe('a batch is refused at once', () => {
  it.each<[string, object, number, string]>([
    ['without recipients', { recipients: [] }, 400, 'recipients'],
    ['where nobody is named', { recipients: [{}] }, 400, 'recipients.0.conversationId'],
    [
      'for a reaction',
      { content: { type: 'reaction', messageId: randomUUID(), emoji: 'x' } },
      400,
      'content.type',
    ],
    [
      'with parameters for a text',
      { content: { type: 'text', text: 'Hi' }, recipients: [{ phone: MARIA, parameters: {} }] },
      400,
      'recipients',
    ],
    ['from a number that is not there', { channelId: randomUUID() }, 422, 'channelId'],
  ])('%s, by its field', async (_, change, status, field) => {
    const { body } = await desk
      .ask({ content: order(), recipients: [{ phone: MARIA }], ...change })
      .expect(status)
    expect(Object.keys(body.fieldErrors)).toContain(field)
  })

  it('with more than ten thousand recipients, or a million mistakes, and soon', async () => {
    const many = Array.from({ length: 10_001 }, () => ({ phone: MARIA }))
    const { body: tooMany } = await desk.ask({ content: order(), recipients: many }).expect(400)
    expect(Object.keys(tooMany.fieldErrors)).toEqual(['recipients'])
    const wrong = many.slice(1).map(() => ({ phone: MARIA, parameters: { body: { '1': 0, '2': 0 } } }))
    const { body: tooWrong } = await desk.ask({ content: order(), recipients: wrong }).expect(400)
    expect(Object.keys(tooWrong.fieldErrors)).toHaveLength(20)
    const endless = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [String(n), 0]))
    const { body } = await desk
      .ask({
        content: order(),
        recipients: [{ phone: MARIA, parameters: { body: endless } }],
      })
      .expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual(['recipients.0.parameters.body'])
  })

  it('where nobody could get it: a template that is not there, or not approved', async () => {
    const missing = { ...order(), name: 'no_such_template' }
    const { body } = await desk.ask({ content: missing, recipients: phones(5, 300_000) }).expect(422)
    expect(body.code).toBe('template_not_found')
  })

  it('to whoever may not send batches', async () => {
    const body = { content: order(), recipients: phones(1, 310_000) }
    await desk.ask(body, randomUUID(), shop.acme.agent).expect(403)
    await shop.acme.agent('get', `${API}/batches`).expect(403)
    const { id } = await desk.sendBatch(body)
    for (const path of ['', '/recipients'])
      await shop.birch.admin('get', `${API}/batches/${id}${path}`).expect(404)
    for (const act of ['pause', 'resume', 'cancel'])
      await shop.birch.admin('post', `${API}/batches/${id}/${act}`).expect(404)
    expect((await shop.birch.admin('get', `${API}/batches`).expect(200)).body.items).toEqual([])
  })
})
