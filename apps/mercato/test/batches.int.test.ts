import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { EntityManager } from '@mikro-orm/postgresql'
import { countRecipients } from '@open-mercato/communication-channels/modules/communication_channels/lib/batches/batch-counts'
import { releaseBatch } from '@open-mercato/communication-channels/modules/communication_channels/lib/batches/claim-batch'
import { clearBatch } from '@open-mercato/communication-channels/modules/communication_channels/lib/batches/clear-batch'
import { workBatches } from '@open-mercato/communication-channels/modules/communication_channels/lib/batches/work-batches'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { fetchLink } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/fetch-link'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const API = '/api/communication_channels'
const MARIA = '+48 601 234 567'

let shop: Shop
let maria: string
let channelId: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria')
  const { body } = await shop.acme.agent('get', `${API}/channels`).expect(200)
  channelId = body.items.find((one: { displayName: string }) => one.displayName === 'Acme Outdoor').id
  // What is sent stays `sent`: nobody has these phones.
  await faults({ dropWebhooks: true })
  await shop.acme.admin('put', `${API}/settings`).send({ automaticPerMinute: 100_000 }).expect(200)
})
afterEach(async () => {
  await shop.sql(`update cc_communication_channels set is_enabled = true`)
  await shop.sql(`update cc_batches set state = 'cancelled' where state in ('running', 'paused')`)
  await shop.sql(
    `update cc_external_messages set status = 'cancelled', status_rank = 4 where status = 'queued'`,
  )
})
afterAll(() => shop.close())

const order = (parameters: object = { body: { '2': '#7' } }) => ({
  type: 'template',
  name: 'order_update',
  language: 'en_US',
  parameters,
})
const named = (name: string) => ({ parameters: { body: { '1': name } } })
const phones = (count: number, from = 100_000) =>
  Array.from({ length: count }, (_, n) => ({ phone: `+48 600 ${String(from + n)}`, ...named(`Friend ${n}`) }))

const ask = (body: object, key: string = randomUUID(), client = shop.acme.admin) =>
  client('post', `${API}/batches`)
    .set('idempotency-key', key)
    .send({ name: 'Autumn', channelId, ...body })
const sendBatch = async (body: object) => (await ask(body).expect(202)).body.batch
const batchOf = async (id: string) =>
  (await shop.acme.admin('get', `${API}/batches/${id}`).expect(200)).body.batch
const report = async (id: string, query = '') =>
  (await shop.acme.admin('get', `${API}/batches/${id}/recipients${query}`).expect(200)).body
const steer = (id: string, act: 'pause' | 'resume' | 'cancel') =>
  shop.acme.admin('post', `${API}/batches/${id}/${act}`)
const bodiesAtMeta = async () =>
  (await outboundAtMeta(shop))
    .map((one) => JSON.stringify(one.content))
    .filter((one) => one.includes('order_update'))
const faults = (change: object) =>
  simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(change) })
const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

describe('a batch', () => {
  it('reaches everybody once, known or not, each with their own words, and reports it', async () => {
    const before = (await bodiesAtMeta()).length
    const batch = await sendBatch({
      content: order(),
      recipients: [{ conversationId: maria, ...named('Maria') }, ...phones(3, 200_000)],
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
    const bodies = (await bodiesAtMeta()).slice(before)
    expect(bodies).toHaveLength(4)
    for (const name of ['Maria', 'Friend 0', 'Friend 1', 'Friend 2']) {
      expect(bodies.filter((one) => one.includes(`"${name}"`))).toHaveLength(1)
    }
    expect(bodies.every((one) => one.includes('#7'))).toBe(true)
    const done = await batchOf(batch.id)
    expect(done).toMatchObject({
      state: 'finished',
      finishedAt: expect.any(String),
      estimatedEndAt: null,
      counts: { sent: 4 },
    })
    expect(sumOf(done.counts)).toBe(4)
    const { items, nextCursor } = await report(batch.id)
    expect(nextCursor).toBeNull()
    expect(items).toMatchObject([
      { position: 1, phone: null, name: 'Maria Nowak', conversationId: maria, error: null },
      { position: 2, phone: '+48600200000', conversationId: expect.any(String) },
      { position: 3 },
      { position: 4 },
    ])
    const message = (await threadOf(shop, maria)).find((one: { id: string }) => one.id === items[0].messageId)
    expect(message).toMatchObject({ lane: 'bulk', priority: 'low', author: { name: 'Ada Admin' } })
  })

  it('keeps names and numbers of its recipients unreadable at rest', async () => {
    const { id } = await sendBatch({ content: order(), recipients: phones(1, 210_000) })
    const rows = await shop.sql(
      'select b.name, b.content, r.phone, r.parameters from cc_batches b join cc_batch_recipients r on r.batch_id = b.id where b.id = ?',
      [id],
    )
    for (const word of ['Autumn', 'order_update', '600210000', 'Friend']) {
      expect(JSON.stringify(rows)).not.toContain(word)
    }
  })

  it('writes to the same person once, however often and in whichever spelling they are named', async () => {
    const before = (await bodiesAtMeta()).length
    const { id } = await sendBatch({
      content: order({ body: { '1': 'You', '2': '#8' } }),
      recipients: [
        { conversationId: maria },
        { phone: MARIA },
        { conversationId: maria },
        { phone: '601 234 567' },
        { phone: '0048601234567' },
      ],
    })
    await shop.drain()
    expect((await bodiesAtMeta()).length - before).toBe(1)
    const { items } = await report(id, '?state=refused')
    expect(items).toHaveLength(4)
    for (const { error } of items) expect(error).toMatchObject({ code: 'duplicate' })
    expect(await batchOf(id)).toMatchObject({ state: 'finished', total: 5, counts: { refused: 4 } })
  })

  it('tells of each recipient why they got nothing, and sends to the others', async () => {
    const { body } = await shop.birch.agent('get', `${API}/conversations`)
    expect(body.items).toEqual([])
    const batch = await sendBatch({
      content: order(),
      recipients: [
        { phone: 'nobody' },
        { conversationId: randomUUID() },
        { phone: '+48 600 220 001' },
        { phone: '+48 600 220 002', parameters: { body: { '1': 'Zed', '2': '#9' } } },
      ],
    })
    await shop.drain()
    const { items } = await report(batch.id)
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
    const first = await report(batch.id, '?state=refused&limit=2')
    expect(first.items.map((one: { position: number }) => one.position)).toEqual([1, 2])
    const second = await report(batch.id, `?state=refused&limit=2&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ items: [{ position: 3 }], nextCursor: null })
  })

  it('is not refused to all where the first few have the same mistake in their own parameters', async () => {
    const wrong = ['600 225 001', '600 225 002', '600 225 003'].map((phone) => ({ phone: `+48 ${phone}` }))
    const { id } = await sendBatch({ content: order(), recipients: [...wrong, ...phones(1, 225_004)] })
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ counts: { refused: 3, sent: 1 } })
  })

  it('of free text goes to those who may get it, and makes nobody known who may not', async () => {
    const contacts = () =>
      shop.sql<{ count: number }>('select count(*)::int as count from cc_external_contacts')
    const [before] = await contacts()
    const { id } = await sendBatch({
      content: { type: 'text', text: 'We are open on Sunday.' },
      recipients: [{ phone: '+48 600 230 001' }, { phone: MARIA }],
    })
    await shop.drain()
    expect(await contacts()).toEqual([before])
    expect((await report(id)).items).toMatchObject([
      { state: 'refused', error: { code: 'window_never_opened', action: expect.any(String) } },
      { messageId: expect.any(String), conversationId: maria },
    ])
  })

  it('with one picture for all fetches and hands it over once', async () => {
    const fileId = (await uploadTo(shop, channelId, await picture(), 'tent.jpg').expect(201)).body.file.id
    const { id } = await sendBatch({
      content: { type: 'image', media: { fileId }, caption: 'New tents' },
      recipients: [{ conversationId: maria }],
    })
    await shop.acme.agent('delete', `${API}/files/${fileId}`).expect(409)
    await shop.drain()
    expect((await report(id)).items).toMatchObject([{ state: expect.stringMatching(/sent|delivered|read/) }])
  })

  it('keeps a file until it is over, and keeps none of another tenant', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    const fileId = (await uploadTo(shop, channelId, await picture(), 'sun.jpg').expect(201)).body.file.id
    const content = { type: 'image', media: { fileId } }
    const { id } = await sendBatch({ content, recipients: [{ conversationId: maria }], scheduledAt })
    await shop.acme.agent('delete', `${API}/files/${fileId}`).expect(409)
    await steer(id, 'cancel').expect(200)
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
    const other = await sendBatch({
      content: order(),
      recipients: [{ conversationId: maria, parameters }, ...phones(1, 270_000)],
      scheduledAt,
    })
    expect(await shop.sql('select file_id from cc_batch_files where batch_id = ?', [other.id])).toEqual([])
  })

  it('names conversations in capital letters as in small ones', async () => {
    const { id } = await sendBatch({
      content: order(),
      recipients: [{ conversationId: maria.toUpperCase(), ...named('Maria') }],
    })
    await shop.drain()
    expect((await report(id)).items).toMatchObject([{ conversationId: maria, error: null }])
  })

  it('begins when it is scheduled', async () => {
    const at = new Date(Date.now() + 3_600_000)
    const { id, scheduledAt } = await sendBatch({
      content: order(),
      recipients: phones(1, 240_000),
      scheduledAt: at.toISOString(),
    })
    expect(scheduledAt).toBe(at.toISOString())
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'running', counts: { waiting: 1 } })
    await drainHub(shop.host, () => new Date(at.getTime() + 1_000))
    expect(await batchOf(id)).toMatchObject({ state: 'finished' })
  })

  it('counts one whose answer was lost, and is not held up by it', async () => {
    await faults({ dropNextAnswers: 1 })
    const { id } = await sendBatch({ content: order(), recipients: phones(2, 250_000) })
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'finished', counts: { unknown: 1, sent: 1 } })
  })

  it('is asked for once however often it is asked for', async () => {
    const key = randomUUID()
    const body = { content: order(), recipients: phones(2, 260_000) }
    const answers = await Promise.all([ask(body, key), ask(body, key), ask(body, key)])
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(new Set(answers.map((answer) => answer.body.batch.id)).size).toBe(1)
    const { body: conflict } = await ask({ ...body, name: 'Winter' }, key).expect(409)
    expect(conflict.code).toBe('idempotency_conflict')
  })
})

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
    const { body } = await ask({ content: order(), recipients: [{ phone: MARIA }], ...change }).expect(status)
    expect(Object.keys(body.fieldErrors)).toContain(field)
  })

  it('with more than ten thousand recipients, or a million mistakes, and soon', async () => {
    const many = Array.from({ length: 10_001 }, () => ({ phone: MARIA }))
    const { body: tooMany } = await ask({ content: order(), recipients: many }).expect(400)
    expect(Object.keys(tooMany.fieldErrors)).toEqual(['recipients'])
    const wrong = many.slice(1).map(() => ({ phone: MARIA, parameters: { body: { '1': 0, '2': 0 } } }))
    const { body: tooWrong } = await ask({ content: order(), recipients: wrong }).expect(400)
    expect(Object.keys(tooWrong.fieldErrors)).toHaveLength(20)
    const endless = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [String(n), 0]))
    const { body } = await ask({
      content: order(),
      recipients: [{ phone: MARIA, parameters: { body: endless } }],
    }).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual(['recipients.0.parameters.body'])
  })

  it('where nobody could get it: a template that is not there, or not approved', async () => {
    const missing = { ...order(), name: 'no_such_template' }
    const { body } = await ask({ content: missing, recipients: phones(5, 300_000) }).expect(422)
    expect(body.code).toBe('template_not_found')
  })

  it('to whoever may not send batches', async () => {
    const body = { content: order(), recipients: phones(1, 310_000) }
    await ask(body, randomUUID(), shop.acme.agent).expect(403)
    await shop.acme.agent('get', `${API}/batches`).expect(403)
    const { id } = await sendBatch(body)
    for (const path of ['', '/recipients'])
      await shop.birch.admin('get', `${API}/batches/${id}${path}`).expect(404)
    for (const act of ['pause', 'resume', 'cancel'])
      await shop.birch.admin('post', `${API}/batches/${id}/${act}`).expect(404)
    expect((await shop.birch.admin('get', `${API}/batches`).expect(200)).body.items).toEqual([])
  })
})

describe('a batch that is steered', () => {
  /** Its messages are made, and none has left: the number may send none a minute but one. */
  async function halfway(from: number): Promise<string> {
    await shop.sql('update cc_settings set automatic_per_minute = 1')
    await shop.sql('delete from cc_automatic_sends')
    const { id } = await sendBatch({ content: order(), recipients: phones(6, from) })
    await shop.drain()
    await shop.sql('update cc_settings set automatic_per_minute = 100000')
    const { counts } = await batchOf(id)
    expect(counts.queued).toBeGreaterThan(3)
    return id
  }
  const laterOn = () => drainHub(shop.host, () => new Date(Date.now() + 3_600_000))

  it('paused, sends nothing more, and resumed, sends the rest once', async () => {
    const before = (await bodiesAtMeta()).length
    const id = await halfway(400_000)
    const { body } = await steer(id, 'pause').expect(200)
    expect(body.batch).toMatchObject({ state: 'paused', counts: { queued: 0 }, estimatedEndAt: null })
    const left = body.batch.counts.waiting
    await laterOn()
    expect((await batchOf(id)).counts.waiting).toBe(left)
    await steer(id, 'pause').expect(200)
    await steer(id, 'resume').expect(200)
    await laterOn()
    expect(await batchOf(id)).toMatchObject({
      state: 'finished',
      counts: { waiting: 0, queued: 0, refused: 0 },
    })
    const bodies = (await bodiesAtMeta()).slice(before)
    expect(bodies).toHaveLength(6)
    expect(new Set(bodies).size).toBe(6)
    expect((await steer(id, 'pause').expect(409)).body.code).toBe('batch_over')
  })

  it.each(['pause', 'cancel'] as const)(
    'by %s while it is being made, leaves nothing queued',
    async (act) => {
      await shop.sql('update cc_settings set automatic_per_minute = 1')
      const from = act === 'pause' ? 450_000 : 460_000
      const { id } = await sendBatch({ content: order(), recipients: phones(60, from) })
      const isBegun = async () => (await batchOf(id)).counts.queued > 4
      const making = shop.drain()
      while (!(await isBegun()));
      const { body } = await steer(id, act).expect(200)
      await making
      await shop.sql('update cc_settings set automatic_per_minute = 100000')
      const { counts } = await batchOf(id)
      expect(counts).toEqual(body.batch.counts)
      expect(counts.queued).toBe(0)
      expect(counts.waiting + counts.cancelled).toBeGreaterThan(50)
    },
  )

  it('cancelled, calls back what is queued and what waits', async () => {
    const before = (await bodiesAtMeta()).length
    const id = await halfway(410_000)
    const { body } = await steer(id, 'cancel').expect(200)
    expect(body.batch).toMatchObject({ state: 'cancelled', counts: { queued: 0, waiting: 0 } })
    const gone = 6 - body.batch.counts.cancelled
    await laterOn()
    expect((await bodiesAtMeta()).length - before).toBe(gone)
    await steer(id, 'cancel').expect(200)
    expect((await steer(id, 'resume').expect(409)).body.code).toBe('batch_over')
    const states = (await report(id, '?state=cancelled')).items
    expect(states).toHaveLength(body.batch.counts.cancelled)
  })

  it('cancelled, does not send later what the provider refuses for now at that moment', async () => {
    const id = await halfway(475_000)
    const [leaving] = await shop.sql<{ id: string }>(
      `update cc_external_messages set status = 'sending', attempt_count = 1,
         claimed_until = now() + interval '30 seconds'
       where id = (select id from cc_external_messages where batch_id = ? and status = 'queued' limit 1)
       returning id`,
      [id],
    )
    await steer(id, 'cancel').expect(200)
    await shop.drain()
    await shop.sql(
      `update cc_external_messages set status = 'queued', claimed_until = null, next_attempt_at = now() where id = ?`,
      [leaving!.id],
    )
    await workOnce()
    expect((await batchOf(id)).counts).toMatchObject({ queued: 0 })
    expect(await shop.sql('select is_clearing from cc_batches where id = ?', [id])).toEqual([
      { is_clearing: false },
    ])
  })

  it('cancelled while somebody’s pause still takes messages back, lets nobody wait for ever', async () => {
    const id = await halfway(470_000)
    await steer(id, 'pause').expect(200)
    await steer(id, 'resume').expect(200)
    await shop.sql('update cc_settings set automatic_per_minute = 1')
    await shop.drain()
    await shop.sql('update cc_settings set automatic_per_minute = 100000')
    const [batch] = await shop.sql<{ tenantId: string; organizationId: string }>(
      `update cc_batches set state = 'cancelled', finished_at = now() where id = ?
       returning tenant_id as "tenantId", organization_id as "organizationId"`,
      [id],
    )
    const em = shop.host.createContainer().resolve<EntityManager>('em')
    await clearBatch(em, { id, state: 'paused', ...batch! }, new Date())
    const { counts } = await batchOf(id)
    expect(counts).toMatchObject({ waiting: 0, queued: 0 })
    expect(counts.cancelled).toBeGreaterThan(3)
  })

  it('keeps the keys of its messages to itself, as does what is sent again', async () => {
    const content = order({ body: { '1': 'Maria', '2': '#7' } })
    const { id } = await sendBatch({ content, recipients: [{ conversationId: maria }] })
    for (const key of [`batch:${id}:1`, `resend:${id}`]) {
      const { body } = await shop.acme
        .agent('post', `${API}/conversations/${maria}/messages`)
        .set('idempotency-key', key)
        .send({ content })
        .expect(400)
      expect(body.fieldErrors).toMatchObject({ 'idempotency-key': expect.any(String) })
    }
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
  })

  it('is neither counted nor let go of for another tenant', async () => {
    const { id } = await sendBatch({ content: order(), recipients: phones(2, 430_000) })
    const db = dbOf(shop.host.createContainer().resolve<EntityManager>('em').fork())
    const [own] = await shop.sql<{ tenantId: string; organizationId: string }>(
      `update cc_batches set claimed_until = now() + interval '20 seconds' where id = ?
       returning tenant_id as "tenantId", organization_id as "organizationId"`,
      [id],
    )
    const others = { ...own!, tenantId: randomUUID() }
    expect((await countRecipients(db, own!, [id]))(id).waiting).toBe(2)
    expect((await countRecipients(db, others, [id]))(id).waiting).toBe(0)
    await releaseBatch(db, { id, ...others })
    const held = 'select 1 from cc_batches where id = ? and claimed_until is not null'
    expect(await shop.sql(held, [id])).toHaveLength(1)
    await releaseBatch(db, { id, ...own! })
    expect(await shop.sql(held, [id])).toEqual([])
  })

  it('taken back and made anew, goes to whoever has the phone now', async () => {
    const id = await halfway(480_000)
    await steer(id, 'pause').expect(200)
    const { items } = await report(id, '?state=waiting')
    await shop.sql('update cc_batch_recipients set conversation_id = ? where batch_id = ? and position = ?', [
      maria,
      id,
      items[0].position,
    ])
    await steer(id, 'resume').expect(200)
    await laterOn()
    const after = (await report(id)).items.find(
      (one: { position: number }) => one.position === items[0].position,
    )
    expect(after).toMatchObject({ conversationId: items[0].conversationId, error: null })
  })

  it('pauses by itself where its number is switched off, and says why', async () => {
    const { id } = await sendBatch({ content: order(), recipients: phones(3, 420_000) })
    await shop.sql('update cc_communication_channels set is_enabled = false where id = ?', [channelId])
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({
      state: 'paused',
      problem: { code: 'channel_disabled', action: expect.any(String) },
      counts: { waiting: 3, refused: 0 },
    })
    await shop.sql('update cc_communication_channels set is_enabled = true where id = ?', [channelId])
    await steer(id, 'resume').expect(200)
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'finished', problem: null })
  })

  it('whose worker died goes on where it was, and sends nobody twice', async () => {
    const before = (await bodiesAtMeta()).length
    const { id } = await sendBatch({ content: order(), recipients: phones(4, 430_000) })
    await shop.sql(`update cc_batches set claimed_until = now() + interval '20 seconds' where id = ?`, [id])
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ counts: { waiting: 4 } })
    await shop.sql(`update cc_batches set claimed_until = now() - interval '1 second' where id = ?`, [id])
    await Promise.all([shop.drain(), drainHub(await shop.startAnother())])
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
    expect((await bodiesAtMeta()).length - before).toBe(4)
  })

  const workOnce = () => {
    const container = shop.host.createContainer()
    return workBatches({
      em: container.resolve<EntityManager>('em'),
      encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
      resolve: (name) => container.resolve(name),
      now: () => new Date(),
      fetchLink,
    })
  }

  it('that takes long to be made lets others have their turn, and goes on', async () => {
    const { id } = await sendBatch({ content: order(), recipients: phones(60, 490_000) })
    const start = performance.now()
    let asked = 0
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => start + asked++ * 200)
    await workOnce().finally(() => clock.mockRestore())
    const { counts } = await batchOf(id)
    expect(counts.queued).toBeGreaterThan(0)
    expect(counts.waiting).toBeGreaterThan(0)
    await shop.drain()
    expect(await batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
  })

  it('tells whoever watches how far it is, and that it is over', async () => {
    await shop.sql('delete from cc_outgoing_events')
    const { id } = await sendBatch({ content: order(), recipients: phones(1, 440_000) })
    const told = await shop.sql<{ event: string; payload: object }>(
      `select event, payload from cc_outgoing_events where event like '%batch%'`,
    )
    expect(told).toEqual([{ event: 'communication_channels.batch.progressed', payload: { batchId: id } }])
    await shop.sql(`update cc_batch_recipients set state = 'refused' where batch_id = ?`, [id])
    await shop.sql('delete from cc_outgoing_events')
    await workOnce()
    expect(await shop.sql('select event, payload from cc_outgoing_events')).toEqual([
      { event: 'communication_channels.batch.finished', payload: { batchId: id } },
    ])
    await shop.drain()
  })
})

it('batches are listed newest first, a page at a time', async () => {
  const first = await sendBatch({ name: 'First', content: order(), recipients: phones(1, 500_000) })
  const second = await sendBatch({ name: 'Second', content: order(), recipients: phones(1, 510_000) })
  const page = (await shop.acme.admin('get', `${API}/batches?limit=1`).expect(200)).body
  expect(page.items).toMatchObject([{ id: second.id, name: 'Second' }])
  const next = (await shop.acme.admin('get', `${API}/batches?limit=1&cursor=${page.nextCursor}`).expect(200))
    .body
  expect(next.items).toMatchObject([{ id: first.id, name: 'First' }])
})
