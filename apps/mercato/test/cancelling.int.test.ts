import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationsOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const API = '/api/communication_channels'

let shop: Shop
let conversationId: string
beforeAll(async () => {
  shop = await openShop()
  conversationId = await customerWrites(shop, 'maria')
})
afterAll(() => shop.close())

const send = async (text: string, more: object = {}) =>
  (await answerIn(shop, conversationId, { content: { type: 'text', text }, ...more }).expect(202)).body
    .message
const cancel = (id: string, client = shop.acme.agent) => client('post', `${API}/messages/${id}/cancel`)
const inThread = async (id: string) =>
  (await threadOf(shop, conversationId)).find((one: { id: string }) => one.id === id)
const wordsAtMeta = async () =>
  (await outboundAtMeta(shop)).map((one) => (one.content as { body?: string }).body)

describe('a message that is called back', () => {
  it('while it is queued never leaves, and says so in its thread', async () => {
    const { id, canCancel } = await send('Too hasty')
    expect(canCancel).toBe(true)
    const { body } = await cancel(id).expect(200)
    expect(body.message).toMatchObject({ id, status: 'cancelled', canCancel: false, waiting: null })
    await shop.drain()
    expect(await inThread(id)).toMatchObject({ status: 'cancelled', content: { text: 'Too hasty' } })
    expect(await wordsAtMeta()).not.toContain('Too hasty')
  })

  it('hides no word that was said in the list of conversations', async () => {
    await send('Said before')
    const { id } = await send('Never said')
    const preview = async () => (await conversationsOf(shop))[0].lastMessage.preview
    expect(await preview()).toBe('Never said')
    await cancel(id).expect(200)
    expect(await preview()).toBe('Said before')
  })

  it('twice is answered the same, and is in the audit log once', async () => {
    const { id } = await send('Called back twice')
    await cancel(id).expect(200)
    await cancel(id).expect(200)
    const { body } = await shop.acme.admin('get', '/api/audit_logs/actions').expect(200)
    const entries = body.items.filter(
      (one: { commandId: string; resourceId: string }) =>
        one.commandId === 'communication_channels.message.cancel' && one.resourceId === id,
    )
    expect(entries).toHaveLength(1)
  })

  it('while a sender has reserved it never leaves either', async () => {
    const { id } = await send('Reserved')
    await shop.sql(
      `update cc_external_messages set claim_id = gen_random_uuid(), claimed_until = now() + interval '30 s' where id = ?`,
      [id],
    )
    await cancel(id).expect(200)
    const [row] = await shop.sql(
      'select status, claim_id, claimed_until from cc_external_messages where id = ?',
      [id],
    )
    expect(row).toEqual({ status: 'cancelled', claim_id: null, claimed_until: null })
  })

  it('too late is refused, and stays what it is', async () => {
    const sent = await send('On its way')
    await shop.drain()
    expect((await cancel(sent.id).expect(409)).body).toMatchObject({
      code: 'not_queued',
      action: expect.any(String),
    })
    expect((await inThread(sent.id)).canCancel).toBe(false)

    const leaving = await send('Leaving this moment')
    await shop.sql(`update cc_external_messages set status = 'sending', status_rank = 1 where id = ?`, [
      leaving.id,
    ])
    await cancel(leaving.id).expect(409)
    await shop.sql(`update cc_external_messages set status = 'queued', status_rank = 0 where id = ?`, [
      leaving.id,
    ])
    await cancel(leaving.id).expect(200)
  })

  it('is told to whoever looks at its thread', async () => {
    const { id } = await send('Somebody watches')
    await shop.drain()
    const later = await send('Called back', { scheduledAt: new Date(Date.now() + 60_000).toISOString() })
    await shop.sql('delete from cc_outgoing_events')
    await cancel(later.id).expect(200)
    const events = await shop.sql<{ event: string; payload: object }>(
      'select event, payload from cc_outgoing_events',
    )
    expect(events).toEqual([
      {
        event: 'communication_channels.message.status_changed',
        payload: expect.objectContaining({ messageId: later.id, status: 'cancelled' }),
      },
    ])
    expect(id).not.toBe(later.id)
    await shop.drain()
  })

  it('takes its file along: nobody hands it to the provider', async () => {
    const channels = await shop.acme.agent('get', `${API}/channels`).expect(200)
    const channelId = channels.body.items.find(
      (one: { displayName: string }) => one.displayName === 'Acme Outdoor',
    ).id
    const fileId = (await uploadTo(shop, channelId, await picture(), 'tent.jpg').expect(201)).body.file.id
    const content = { type: 'image', media: { fileId } }
    const first = (await answerIn(shop, conversationId, { content }).expect(202)).body.message
    const second = (await answerIn(shop, conversationId, { content }).expect(202)).body.message
    const uploads = () => shop.sql('select state from cc_media_uploads where file_id = ?', [fileId])

    await cancel(first.id).expect(200)
    expect(await uploads()).toEqual([{ state: 'waiting' }])
    await cancel(second.id).expect(200)
    expect(await uploads()).toEqual([])
    await shop.drain()
    expect(await simulatorOf(shop, 'messages?direction=outbound')).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ type: 'image' })]),
    })
    expect((await inThread(first.id)).files).toMatchObject([{ id: fileId, state: 'stored' }])

    const again = (await answerIn(shop, conversationId, { content }).expect(202)).body.message
    await shop.drain()
    expect(await inThread(again.id)).toMatchObject({ status: expect.stringMatching(/sent|delivered|read/) })
  })

  it('of another tenant does not exist', async () => {
    const { id } = await send('Not yours')
    await cancel(id, shop.birch.admin).expect(404)
    expect((await inThread(id)).status).toBe('queued')
    await cancel(id).expect(200)
  })
})
