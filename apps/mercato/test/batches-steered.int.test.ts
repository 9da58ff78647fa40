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
import { API, type BatchDesk, openBatchDesk, order, phones } from './support/batchDesk.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let desk: BatchDesk
beforeAll(async () => {
  shop = await openShop()
  desk = await openBatchDesk(shop)
})
afterEach(() => desk.clear())
afterAll(() => shop.close())

describe('a batch that is steered', () => {
  /** Its messages are made, and none has left: the number may send none a minute but one. */
  async function halfway(from: number): Promise<string> {
    await shop.sql('update cc_settings set automatic_per_minute = 1')
    await shop.sql('delete from cc_automatic_sends')
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(6, from) })
    await shop.drain()
    await shop.sql('update cc_settings set automatic_per_minute = 100000')
    const { counts } = await desk.batchOf(id)
    expect(counts.queued).toBeGreaterThan(3)
    return id
  }
  const laterOn = () => drainHub(shop.host, () => new Date(Date.now() + 3_600_000))

  it('paused, sends nothing more, and resumed, sends the rest once', async () => {
    const before = (await desk.bodiesAtMeta()).length
    const id = await halfway(400_000)
    const { body } = await desk.steer(id, 'pause').expect(200)
    expect(body.batch).toMatchObject({ state: 'paused', counts: { queued: 0 }, estimatedEndAt: null })
    const left = body.batch.counts.waiting
    await laterOn()
    expect((await desk.batchOf(id)).counts.waiting).toBe(left)
    await desk.steer(id, 'pause').expect(200)
    await desk.steer(id, 'resume').expect(200)
    await laterOn()
    expect(await desk.batchOf(id)).toMatchObject({
      state: 'finished',
      counts: { waiting: 0, queued: 0, refused: 0 },
    })
    const bodies = (await desk.bodiesAtMeta()).slice(before)
    expect(bodies).toHaveLength(6)
    expect(new Set(bodies).size).toBe(6)
    expect((await desk.steer(id, 'pause').expect(409)).body.code).toBe('batch_over')
  })

  it.each(['pause', 'cancel'] as const)(
    'by %s while it is being made, leaves nothing queued',
    async (act) => {
      await shop.sql('update cc_settings set automatic_per_minute = 1')
      const from = act === 'pause' ? 450_000 : 460_000
      const { id } = await desk.sendBatch({ content: order(), recipients: phones(60, from) })
      const isBegun = async () => (await desk.batchOf(id)).counts.queued > 4
      const making = shop.drain()
      while (!(await isBegun()));
      const { body } = await desk.steer(id, act).expect(200)
      await making
      await shop.sql('update cc_settings set automatic_per_minute = 100000')
      const { counts } = await desk.batchOf(id)
      expect(counts).toEqual(body.batch.counts)
      expect(counts.queued).toBe(0)
      expect(counts.waiting + counts.cancelled).toBeGreaterThan(50)
    },
  )

  it('cancelled, calls back what is queued and what waits', async () => {
    const before = (await desk.bodiesAtMeta()).length
    const id = await halfway(410_000)
    const { body } = await desk.steer(id, 'cancel').expect(200)
    expect(body.batch).toMatchObject({ state: 'cancelled', counts: { queued: 0, waiting: 0 } })
    const gone = 6 - body.batch.counts.cancelled
    await laterOn()
    expect((await desk.bodiesAtMeta()).length - before).toBe(gone)
    await desk.steer(id, 'cancel').expect(200)
    expect((await desk.steer(id, 'resume').expect(409)).body.code).toBe('batch_over')
    const states = (await desk.report(id, '?state=cancelled')).items
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
    await desk.steer(id, 'cancel').expect(200)
    await shop.drain()
    await shop.sql(
      `update cc_external_messages set status = 'queued', claimed_until = null, next_attempt_at = now() where id = ?`,
      [leaving!.id],
    )
    await workOnce()
    expect((await desk.batchOf(id)).counts).toMatchObject({ queued: 0 })
    expect(await shop.sql('select is_clearing from cc_batches where id = ?', [id])).toEqual([
      { is_clearing: false },
    ])
  })

  it('cancelled while somebody’s pause still takes messages back, lets nobody wait for ever', async () => {
    const id = await halfway(470_000)
    await desk.steer(id, 'pause').expect(200)
    await desk.steer(id, 'resume').expect(200)
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
    const { counts } = await desk.batchOf(id)
    expect(counts).toMatchObject({ waiting: 0, queued: 0 })
    expect(counts.cancelled).toBeGreaterThan(3)
  })

  it('keeps the keys of its messages to itself, as does what is sent again', async () => {
    const content = order({ body: { '1': 'Maria', '2': '#7' } })
    const { id } = await desk.sendBatch({ content, recipients: [{ conversationId: desk.maria }] })
    for (const key of [`batch:${id}:1`, `resend:${id}`]) {
      const { body } = await shop.acme
        .agent('post', `${API}/conversations/${desk.maria}/messages`)
        .set('idempotency-key', key)
        .send({ content })
        .expect(400)
      expect(body.fieldErrors).toMatchObject({ 'idempotency-key': expect.any(String) })
    }
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
  })

  it('is neither counted nor let go of for another tenant', async () => {
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(2, 430_000) })
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
    await desk.steer(id, 'pause').expect(200)
    const { items } = await desk.report(id, '?state=waiting')
    await shop.sql('update cc_batch_recipients set conversation_id = ? where batch_id = ? and position = ?', [
      desk.maria,
      id,
      items[0].position,
    ])
    await desk.steer(id, 'resume').expect(200)
    await laterOn()
    const after = (await desk.report(id)).items.find(
      (one: { position: number }) => one.position === items[0].position,
    )
    expect(after).toMatchObject({ conversationId: items[0].conversationId, error: null })
  })

  it.each([
    [
      'its number is switched off',
      'channel_disabled',
      'cc_communication_channels',
      'is_enabled',
      false,
      true,
    ],
    ['the provider blocks its number', 'sender_blocked', 'wa_numbers', 'status', 'BANNED', 'CONNECTED'],
    ['its template is paused', 'template_paused', 'wa_templates', 'status', 'PAUSED', 'APPROVED'],
  ])('pauses by itself where %s, and says why', async (_, code, table, column, trouble, sound) => {
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(3, 420_000) })
    await shop.sql(`update ${table} set ${column} = ?`, [trouble])
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({
      state: 'paused',
      problem: { code, action: expect.any(String) },
      counts: { waiting: 3, refused: 0 },
    })
    await shop.sql(`update ${table} set ${column} = ?`, [sound])
    await desk.steer(id, 'resume').expect(200)
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', problem: null })
  })

  it('whose worker died goes on where it was, and sends nobody twice', async () => {
    const before = (await desk.bodiesAtMeta()).length
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(4, 430_000) })
    await shop.sql(`update cc_batches set claimed_until = now() + interval '20 seconds' where id = ?`, [id])
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ counts: { waiting: 4 } })
    await shop.sql(`update cc_batches set claimed_until = now() - interval '1 second' where id = ?`, [id])
    await Promise.all([shop.drain(), drainHub(await shop.startAnother())])
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
    expect((await desk.bodiesAtMeta()).length - before).toBe(4)
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
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(60, 490_000) })
    const start = performance.now()
    let asked = 0
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => start + asked++ * 200)
    await workOnce().finally(() => clock.mockRestore())
    const { counts } = await desk.batchOf(id)
    expect(counts.queued).toBeGreaterThan(0)
    expect(counts.waiting).toBeGreaterThan(0)
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0 } })
  })

  it('tells whoever watches how far it is, and that it is over', async () => {
    await shop.sql('delete from cc_outgoing_events')
    const { id } = await desk.sendBatch({ content: order(), recipients: phones(1, 440_000) })
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
