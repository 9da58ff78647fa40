import { randomUUID } from 'node:crypto'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { API, type BatchDesk, named, openBatchDesk, order, phones, sumOf } from './support/batchDesk.ts'
import { threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const MARIA = '+48 601 234 567'

let shop: Shop
let desk: BatchDesk
beforeAll(async () => {
  shop = await openShop()
  desk = await openBatchDesk(shop)
})
afterEach(() => desk.clear())
afterAll(() => shop.close())

describe('a batch', () => {
  it('reaches everybody once, known or not, each with their own words, and reports it', async () => {
    const before = (await desk.bodiesAtMeta()).length
    const batch = await desk.sendBatch({
      content: order(),
      recipients: [{ conversationId: desk.maria, ...named('Maria') }, ...phones(3, 200_000)],
    })
    expect(batch).toMatchObject({
      name: 'Autumn',
      channelName: 'Acme Outdoor',
      state: 'running',
      total: 4,
      contentType: 'template',
      createdBy: { name: 'Ada Admin' },
      counts: { waiting: 4 },
      estimatedEndAt: expect.any(String),
      ...{ scheduledAt: null, finishedAt: null, problem: null },
    })
    await shop.drain()
    const bodies = (await desk.bodiesAtMeta()).slice(before)
    expect(bodies).toHaveLength(4)
    for (const name of ['Maria', 'Friend 0', 'Friend 1', 'Friend 2']) {
      expect(bodies.filter((one) => one.includes(`"${name}"`))).toHaveLength(1)
    }
    expect(bodies.every((one) => one.includes('#7'))).toBe(true)
    const done = await desk.batchOf(batch.id)
    expect(done).toMatchObject({
      state: 'finished',
      finishedAt: expect.any(String),
      estimatedEndAt: null,
      counts: { sent: 4 },
    })
    expect(sumOf(done.counts)).toBe(4)
    const { items, nextCursor } = await desk.report(batch.id)
    expect(nextCursor).toBeNull()
    expect(items).toMatchObject([
      { position: 1, phone: null, name: 'Maria Nowak', conversationId: desk.maria, error: null },
      { position: 2, phone: '+48600200000', conversationId: expect.any(String) },
      { position: 3 },
      { position: 4 },
    ])
    const message = (await threadOf(shop, desk.maria)).find(
      (one: { id: string }) => one.id === items[0].messageId,
    )
    expect(message).toMatchObject({ lane: 'bulk', priority: 'low', author: { name: 'Ada Admin' } })
  })

  it('keeps names and numbers of its recipients unreadable at rest', async () => {
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(1, 210_000) })
    const rows = await shop.sql(
      'select b.name, b.content, r.phone, r.parameters from cc_batches b join cc_batch_recipients r on r.batch_id = b.id where b.id = ?',
      [id],
    )
    for (const word of ['Autumn', 'order_update', '600210000', 'Friend']) {
      expect(JSON.stringify(rows)).not.toContain(word)
    }
  })

  it('writes to the same person once, however often and in whichever spelling they are named', async () => {
    const before = (await desk.bodiesAtMeta()).length
    const { id } = await desk.sendBatch({
      content: order({ body: { '1': 'You', '2': '#8' } }),
      recipients: [
        { conversationId: desk.maria },
        { phone: MARIA },
        { conversationId: desk.maria },
        { phone: '601 234 567' },
        { phone: '0048601234567' },
      ],
    })
    await shop.drain()
    expect((await desk.bodiesAtMeta()).length - before).toBe(1)
    const { items } = await desk.report(id, '?state=refused')
    expect(items).toHaveLength(4)
    for (const { error } of items) expect(error).toMatchObject({ code: 'duplicate' })
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', total: 5, counts: { refused: 4 } })
  })

  it('tells of each recipient why they got nothing, and sends to the others', async () => {
    const { body } = await shop.birch.agent('get', `${API}/conversations`)
    expect(body.items).toEqual([])
    const batch = await desk.sendBatch({
      content: order(),
      recipients: [
        { phone: 'nobody' },
        { conversationId: randomUUID() },
        { phone: '+48 600 220 001' },
        { phone: '+48 600 220 002', parameters: { body: { '1': 'Zed', '2': '#9' } } },
      ],
    })
    await shop.drain()
    const { items } = await desk.report(batch.id)
    expect(items).toMatchObject([
      { phone: 'nobody', state: 'refused', error: { code: 'phone_invalid' } },
      { conversationId: null, state: 'refused', error: { code: 'not_found' } },
      {
        state: 'refused',
        error: { code: 'template_parameters', message: expect.any(String) },
        messageId: null,
      },
      { error: null, messageId: expect.any(String) },
    ])
    const first = await desk.report(batch.id, '?state=refused&limit=2')
    expect(first.items.map((one: { position: number }) => one.position)).toEqual([1, 2])
    const second = await desk.report(batch.id, `?state=refused&limit=2&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ items: [{ position: 3 }], nextCursor: null })
  })

  it('is not refused to all where the first few have the same mistake in their own parameters', async () => {
    const wrong = ['600 225 001', '600 225 002', '600 225 003'].map((phone) => ({ phone: `+48 ${phone}` }))
    const { id } = await desk.sendBatch({ content: order(), recipients: [...wrong, ...phones(1, 225_004)] })
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ counts: { refused: 3, sent: 1 } })
  })

  it('of free text goes to those who may get it, and makes nobody known who may not', async () => {
    const contacts = () =>
      shop.sql<{ count: number }>('select count(*)::int as count from cc_external_contacts')
    const [before] = await contacts()
    const { body } = await desk
      .ask({
        content: { type: 'text', text: 'We are open on Sunday.' },
        purpose: 'service',
        recipients: [{ phone: '+48 600 230 001' }, { phone: MARIA }],
      })
      .expect(202)
    const { id } = body.batch
    await shop.drain()
    expect(await contacts()).toEqual([before])
    expect((await desk.report(id)).items).toMatchObject([
      { state: 'refused', error: { code: 'window_never_opened', action: expect.any(String) } },
      { messageId: expect.any(String), conversationId: desk.maria },
    ])
  })

  it('with one picture for all fetches and hands it over once', async () => {
    const fileId = (await uploadTo(shop, desk.channelId, await picture(), 'tent.jpg').expect(201)).body.file
      .id
    const { id } = await desk.sendBatch({
      content: { type: 'image', media: { fileId }, caption: 'New tents' },
      purpose: 'service',
      recipients: [{ conversationId: desk.maria }],
    })
    await shop.acme.agent('delete', `${API}/files/${fileId}`).expect(409)
    await shop.drain()
    expect((await desk.report(id)).items).toMatchObject([
      { state: expect.stringMatching(/sent|delivered|read/) },
    ])
  })

  it('keeps a file until it is over, and keeps none of another tenant', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    const fileId = (await uploadTo(shop, desk.channelId, await picture(), 'sun.jpg').expect(201)).body.file.id
    const content = { type: 'image', media: { fileId } }
    const { id } = await desk.sendBatch({
      content,
      recipients: [{ conversationId: desk.maria }],
      scheduledAt,
    })
    await shop.acme.agent('delete', `${API}/files/${fileId}`).expect(409)
    await desk.steer(id, 'cancel').expect(200)
    await shop.acme
      .agent('delete', `${API}/files/${fileId}`)
      .expect(({ status }) => expect(status).toBeLessThan(300))

    const [file] = await shop.sql<{ id: string }>(
      `insert into cc_media_files select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(),
         'tenant_id', (select id from tenants where id <> f.tenant_id limit 1), 'state', 'stored'))).*
       from cc_media_files f where id = ? returning id`,
      [fileId],
    )
    const parameters = {
      ...named('Maria').parameters,
      headerObject: { type: 'image', media: { fileId: file!.id } },
    }
    const other = await desk.sendBatch({
      content: order(),
      recipients: [{ conversationId: desk.maria, parameters }, ...phones(1, 270_000)],
      scheduledAt,
    })
    expect(await shop.sql('select file_id from cc_batch_files where batch_id = ?', [other.id])).toEqual([])
  })

  it('names conversations in capital letters as in small ones', async () => {
    const { id } = await desk.sendBatch({
      content: order(),
      recipients: [{ conversationId: desk.maria.toUpperCase(), ...named('Maria') }],
    })
    await shop.drain()
    expect((await desk.report(id)).items).toMatchObject([{ conversationId: desk.maria, error: null }])
  })

  it('begins when it is scheduled', async () => {
    const at = new Date(Date.now() + 3_600_000)
    const { id, scheduledAt } = await desk.sendBatch({
      content: order(),
      recipients: phones(1, 240_000),
      scheduledAt: at.toISOString(),
    })
    expect(scheduledAt).toBe(at.toISOString())
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'running', counts: { waiting: 1 } })
    await drainHub(shop.host, () => new Date(at.getTime() + 1_000))
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished' })
  })

  it('counts one whose answer was lost, and is not held up by it', async () => {
    await desk.faults({ dropNextAnswers: 1 })
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(2, 250_000) })
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { unknown: 1, sent: 1 } })
  })

  it('is asked for once however often it is asked for', async () => {
    const key = randomUUID()
    const body = { content: order(), recipients: phones(2, 260_000) }
    const answers = await Promise.all([desk.ask(body, key), desk.ask(body, key), desk.ask(body, key)])
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(new Set(answers.map((answer) => answer.body.batch.id)).size).toBe(1)
    const { body: conflict } = await desk.ask({ ...body, name: 'Winter' }, key).expect(409)
    expect(conflict.code).toBe('idempotency_conflict')
  })
})

it('batches are listed newest first, a page at a time', async () => {
  const first = await desk.sendBatch({ name: 'First', content: order(), recipients: phones(1, 500_000) })
  const second = await desk.sendBatch({ name: 'Second', content: order(), recipients: phones(1, 510_000) })
  const page = (await shop.acme.admin('get', `${API}/batches?limit=1`).expect(200)).body
  expect(page.items).toMatchObject([{ id: second.id, name: 'Second' }])
  const next = (await shop.acme.admin('get', `${API}/batches?limit=1&cursor=${page.nextCursor}`).expect(200))
    .body
  expect(next.items).toMatchObject([{ id: first.id, name: 'First' }])
})
