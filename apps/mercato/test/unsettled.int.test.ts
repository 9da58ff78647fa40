import { UNSETTLED_AFTER_MS } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/unknown-since'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { emptyTables } from './support/emptyTables.ts'
import { answerIn, receive, threadOf } from './support/inbox.ts'
import { statusReport } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const API = '/api/communication_channels'
const OPTIONS = { type: 'template', name: 'order_update', language: 'en_US' }

let shop: Shop
let maria: string
let anna: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria')
  anna = await customerWrites(shop, 'anna')
})
beforeEach(async () => {
  await faults({ dropWebhooks: true })
  await shop.sql(
    `update cc_external_messages set settled_as = 'left', settled_at = now() where status = 'unknown'`,
  )
  // So many lost answers would pause the number.
  await emptyTables(shop, 'cc_circuits', 'cc_send_attempts')
})
// What is sent again leaves before the next answer is lost.
afterEach(() => shop.drain())
afterAll(() => shop.close())

const faults = (change: object) =>
  simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(change) })
const text = (words: string) => ({ type: 'text', text: words })

/** Meta takes it and its answer is lost, and so is every status of it. */
async function justLose(content: object, conversationId = maria, more: object = {}): Promise<string> {
  await faults({ dropNextAnswers: 1 })
  const { body } = await answerIn(shop, conversationId, { content, ...more }).expect(202)
  await shop.drain()
  return body.message.id
}
/** The same, so long ago that a person may decide. */
async function lose(...asked: Parameters<typeof justLose>): Promise<string> {
  const id = await justLose(...asked)
  await minutesPass(id)
  return id
}
const minutesPass = (...ids: string[]) =>
  shop.sql(
    `update cc_external_messages set updated_at = updated_at - interval '${UNSETTLED_AFTER_MS + 1000} milliseconds'
     where id in (${ids.map(() => '?')})`,
    ids,
  )
const unsettled = async (query = '') =>
  (await shop.acme.agent('get', `${API}/messages/unsettled${query}`).expect(200)).body
const settle = async (as: 'resend' | 'leave', ...messageIds: string[]) =>
  (await shop.acme.agent('post', `${API}/messages/settle`).send({ as, messageIds }).expect(200)).body
const find = async (id: string, conversationId = maria) =>
  (await threadOf(shop, conversationId)).find((one: { id: string }) => one.id === id)
const contentsAtMeta = async () =>
  (await outboundAtMeta(shop)).map((one) => one.content as { body?: string; name?: string })

describe('a message whose answer was lost', () => {
  it('is shown to people once its status has had its time, with whom it was for', async () => {
    const id = await justLose(text('Did it go out?'))
    expect(await unsettled()).toMatchObject({ items: [], total: 0, nextCursor: null })
    await minutesPass(id)
    const { items, total } = await unsettled()
    expect(total).toBe(1)
    expect((await find(id)).unknownSince).toBe(items[0].unknownSince)
    expect(items).toMatchObject([
      {
        message: {
          id,
          status: 'unknown',
          content: { text: 'Did it go out?' },
          canCancel: false,
          settlement: null,
        },
        conversation: {
          id: maria,
          contact: { displayName: 'Maria Nowak' },
          channel: { displayName: 'Acme Outdoor' },
        },
        unknownSince: expect.any(String),
      },
    ])
    expect(Object.keys(items[0].conversation).sort()).toEqual(['channel', 'contact', 'id'])
    expect((await shop.birch.admin('get', `${API}/messages/unsettled`).expect(200)).body.total).toBe(0)
  })

  it('is paged, the longest unknown first, and can be looked for by number', async () => {
    const ids = [await lose(text('one')), await lose(text('two'), anna), await lose(text('three'))]
    const first = await unsettled('?limit=2')
    expect(first).toMatchObject({
      items: [{ message: { id: ids[0] } }, { message: { id: ids[1] } }],
      total: 3,
    })
    const second = await unsettled(`?limit=2&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ items: [{ message: { id: ids[2] } }], nextCursor: null, total: 3 })
    const [{ conversation }] = first.items
    expect((await unsettled(`?channelId=${conversation.channel.id}`)).total).toBe(3)
    expect((await unsettled('?channelId=01990000-0000-7000-8000-000000000000')).total).toBe(0)
  })

  it('is not shown any more once its status came', async () => {
    const id = await lose(text('It did'))
    expect((await find(id)).unknownSince).toEqual(expect.any(String))
    await receive(shop, statusReport({ id: 'wamid.it-did', status: 'delivered', callbackData: id }))
    expect((await unsettled()).total).toBe(0)
    expect((await find(id)).unknownSince).toBeNull()
    expect(await settle('resend', id)).toMatchObject({
      settled: [],
      skipped: [{ messageId: id, code: 'settled_meanwhile', error: expect.any(String) }],
    })
  })
})

it.each(['resend', 'leave'] as const)(
  'before its status has had its time, nobody decides about a message (%s), and is told from when on; nor for others',
  async (as) => {
    const [early, due] = [await justLose(text('Not yet')), await lose(text('By now'), anna)]
    const from = new Date(Date.parse((await find(early)).unknownSince) + UNSETTLED_AFTER_MS).toISOString()
    expect(await settle(as, early, due)).toEqual({
      settled: [expect.objectContaining({ messageId: due })],
      skipped: [{ messageId: early, code: 'too_early', error: expect.stringContaining(from) }],
    })
    expect(await find(early)).toMatchObject({ status: 'unknown', settlement: null, resentAs: null })
    await minutesPass(early)
    expect((await settle(as, early)).settled).toHaveLength(1)
  },
)

describe('sent again by a person', () => {
  it('it is a new message with the same words, and each names the other', async () => {
    const id = await lose(text('Once more'))
    const { settled, skipped } = await settle('resend', id)
    expect(skipped).toEqual([])
    const [{ newMessageId }] = settled
    expect(settled).toEqual([{ messageId: id, as: 'resend', newMessageId: expect.any(String) }])
    await shop.drain()
    expect(await find(id)).toMatchObject({
      status: 'unknown',
      settlement: { as: 'resent', at: expect.any(String) },
      resentAs: newMessageId,
    })
    expect(await find(newMessageId)).toMatchObject({
      status: 'sent',
      content: { text: 'Once more' },
      resendOf: id,
      author: { name: 'Emil Employee' },
      lane: 'person',
    })
    expect((await contentsAtMeta()).filter(({ body }) => body === 'Once more')).toHaveLength(2)
  })

  it('asked for twice, also at the same moment, it goes out once more and not twice', async () => {
    const id = await lose(text('Only once more'))
    const answers = await Promise.all([settle('resend', id), settle('resend', id)])
    const again = await settle('resend', id)
    const newIds = [...answers, again].flatMap(({ settled }) =>
      settled.map((one: { newMessageId: string }) => one.newMessageId),
    )
    expect(new Set(newIds).size).toBe(1)
    await shop.drain()
    expect((await contentsAtMeta()).filter(({ body }) => body === 'Only once more')).toHaveLength(2)
    expect(await settle('leave', id)).toMatchObject({ skipped: [{ code: 'settled_meanwhile' }] })
  })

  it('named in capital letters, it is answered as it was done', async () => {
    const id = await lose(text('IN CAPITALS'))
    const { settled, skipped } = await settle('resend', id.toUpperCase(), id)
    expect(skipped).toEqual([])
    expect(settled).toEqual([{ messageId: id, as: 'resend', newMessageId: expect.any(String) }])
  })

  it('a late status still tells what became of the first one', async () => {
    const id = await lose(text('Late news'))
    await settle('resend', id)
    await receive(shop, statusReport({ id: 'wamid.late-news', status: 'read', callbackData: id }))
    expect(await find(id)).toMatchObject({ status: 'read', settlement: { as: 'resent' } })
  })

  it('a template goes as it was filled in, and a picture with its file', async () => {
    const template = await lose({ ...OPTIONS, parameters: { body: { '1': 'Maria', '2': '#7' } } })
    const channels = await shop.acme.agent('get', `${API}/channels`).expect(200)
    const { id: channelId } = channels.body.items.find(
      (one: { displayName: string }) => one.displayName === 'Acme Outdoor',
    )
    const fileId = (await uploadTo(shop, channelId, await picture(), 'tent.jpg').expect(201)).body.file.id
    const photo = await lose({ type: 'image', media: { fileId }, caption: 'The tent' })
    const { settled } = await settle('resend', template, photo)
    await shop.drain()
    const [again, pictured] = settled.map((one: { newMessageId: string }) => one.newMessageId)
    expect(await find(again)).toMatchObject({
      status: 'sent',
      content: { name: 'order_update', rendered: { body: 'Hi Maria, your order #7 is on its way.' } },
    })
    expect(await find(pictured)).toMatchObject({
      status: 'sent',
      content: { type: 'image', caption: 'The tent' },
      files: [{ id: fileId }],
    })
    expect((await contentsAtMeta()).filter(({ name }) => name === 'order_update')).toHaveLength(2)
  })

  it('quotes what the first one quoted', async () => {
    const [greeting] = await threadOf(shop, maria)
    const id = await lose(text('Yes'), maria, { replyToMessageId: greeting.id })
    const { settled } = await settle('resend', id)
    expect(await find(settled[0].newMessageId)).toMatchObject({ replyTo: { messageId: greeting.id } })
  })

  it('one that may not leave now is skipped with the reason; the others are sent', async () => {
    const closed = await lose(text('The window closes'), anna)
    const open = await lose(text('The window is open'))
    await shop.sql(
      `update cc_external_conversations set conversation_window_expires_at = now() - interval '1 minute' where id = ?`,
      [anna],
    )
    const { settled, skipped } = await settle('resend', closed, open)
    expect(settled).toMatchObject([{ messageId: open }])
    expect(skipped).toEqual([{ messageId: closed, code: 'window_closed', error: expect.any(String) }])
    expect(await find(closed, anna)).toMatchObject({ settlement: null, resentAs: null })
    await shop.sql(
      `update cc_external_conversations set conversation_window_expires_at = now() + interval '1 hour' where id = ?`,
      [anna],
    )
    expect((await settle('resend', closed)).settled).toHaveLength(1)
  })

  it('one of a batch keeps to the limits of batches', async () => {
    const id = await lose(text('Bulk'))
    await shop.sql(`update cc_external_messages set lane = 'bulk', priority = 2 where id = ?`, [id])
    const { settled } = await settle('resend', id)
    expect(await find(settled[0].newMessageId)).toMatchObject({ lane: 'bulk', priority: 'low' })
  })
})

describe('left by a person', () => {
  it('it stays unknown, is asked about no more, and it is on record who decided', async () => {
    const ids = [await lose(text('Leave me')), await lose(text('Me too'), anna)]
    expect(await settle('leave', ...ids)).toEqual({
      settled: ids.map((messageId) => ({ messageId, as: 'leave', newMessageId: null })),
      skipped: [],
    })
    expect((await unsettled()).total).toBe(0)
    expect(await find(ids[0]!)).toMatchObject({
      status: 'unknown',
      settlement: { as: 'left' },
      resentAs: null,
    })
    expect((await settle('leave', ...ids)).settled).toHaveLength(2)
    expect(await settle('resend', ids[0]!)).toMatchObject({ skipped: [{ code: 'settled_meanwhile' }] })

    const [entry] = await shop.sql<{ context_json: object; actor_user_id: string }>(
      `select context_json, actor_user_id from action_logs
       where command_id = 'communication_channels.message.settle' order by created_at desc, id desc limit 1`,
    )
    expect(entry).toMatchObject({
      context_json: { as: 'leave', settled: ids.map((messageId) => ({ messageId })), skipped: [] },
      actor_user_id: expect.any(String),
    })
    expect(JSON.stringify(entry)).not.toContain('Leave me')
  })
})

it('nobody decides about another tenant’s messages, nor about more than 200 at once', async () => {
  const id = await lose(text('Acme’s own'))
  const foreign = await shop.birch
    .admin('post', `${API}/messages/settle`)
    .send({ as: 'leave', messageIds: [id] })
  expect(foreign.body).toMatchObject({ settled: [], skipped: [{ messageId: id, code: 'not_found' }] })
  expect(await find(id)).toMatchObject({ settlement: null })
  const many = Array.from({ length: 201 }, (_, n) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  await shop.acme.agent('post', `${API}/messages/settle`).send({ as: 'leave', messageIds: many }).expect(400)
})
