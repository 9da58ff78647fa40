import type { EntityManager } from '@mikro-orm/postgresql'
import { replayStep } from '@open-mercato/communication-channels/modules/communication_channels/lib/deliveries/replay/replay-step'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { emptyInbox } from './support/inbox.ts'
import { textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import { LOG, today, type WebhookLog, webhookLogOf } from './support/webhookLog.ts'

let shop: Shop
let log: WebhookLog
beforeAll(async () => {
  shop = await openShop()
  log = webhookLogOf(shop)
})
afterAll(() => shop.close())
beforeEach(() => emptyInbox(shop))

describe('the replay of a time', () => {
  const replays = async () => (await shop.acme.admin('get', `${LOG}/replays`).expect(200)).body.items
  const fill = async (count: number) => {
    for (let nth = 0; nth < count; nth++) await log.keepAside(textMessage({ id: `wamid.${nth}` }))
  }

  it('counts first, and then shows how far it is until all of it is done', async () => {
    await fill(3)
    const applied = await log.bring(textMessage({ id: 'wamid.applied' }))
    expect(await log.preview({ ...today(), state: 'failed' })).toMatchObject({
      total: 3,
      tried: 3,
      effects: { messages: 3 },
    })
    const { body } = await log.replay({ ...today(), state: 'failed' }).expect(202)
    expect(body.replay).toMatchObject({ total: 3, done: 0, finishedAt: null })
    await shop.drain()
    expect((await replays())[0]).toMatchObject({
      id: body.replay.id,
      total: 3,
      done: 3,
      failed: 0,
      messages: 3,
      finishedAt: expect.any(String),
    })
    expect(await log.found('state=failed')).toEqual([])
    expect((await log.open(applied)).delivery.replayedAt).toBeNull()
    expect((await shop.birch.admin('get', `${LOG}/replays`)).body.items).toEqual([])
  })

  it('goes on where a process that died has left it, and passes over what processes die of', async () => {
    await fill(3)
    const { replay: run } = (await log.replay(today()).expect(202)).body
    const bad = (await log.found('')).at(-1)!
    // As the fourth process finds it: three have begun this step and not ended it.
    await shop.sql(
      "update cc_replays set attempts = 3, claimed_until = now() - interval '1 second' where id = ?",
      [run.id],
    )
    await shop.drain()
    expect((await replays())[0]).toMatchObject({
      done: 3,
      failed: 1,
      messages: 2,
      finishedAt: expect.any(String),
    })
    expect((await log.open(bad)).delivery).toMatchObject({
      state: 'failed',
      error: 'The process ended while applying it.',
    })
  })

  it('knows what processes die of also where it was applied before, and nobody else reads it', async () => {
    const applied = await log.bring(textMessage({ id: 'wamid.applied' }))
    await log.replay(today()).expect(202)
    await shop.sql('update cc_replays set attempts = 3 where finished_at is null')
    await shop.drain()
    expect(await log.open(applied)).toMatchObject({ delivery: { state: 'applied' }, isHeldBack: true })
    await log.replay({ ids: [applied] }).expect(422)
  })

  it('is free again within a minute of a death, and a step that was overtaken is counted once', async () => {
    await fill(3)
    await log.replay(today()).expect(202)
    const container = shop.host.createContainer()
    const em = container.resolve<EntityManager>('em')
    const gate = Promise.withResolvers<void>()
    const applied = Promise.withResolvers<void>()
    const fork = () => {
      const own = em.fork()
      const whole = own.transactional.bind(own)
      own.transactional = async (...work) => {
        const done = await whole(...work)
        applied.resolve()
        await gate.promise
        return done
      }
      return own
    }
    const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const slow = replayStep({ em: { fork } as unknown as EntityManager, encryption, now: new Date() })
    await applied.promise
    const soon = "claimed_until between now() and now() + interval '46 seconds'"
    expect(await shop.sql(`select 1 from cc_replays where finished_at is null and ${soon}`)).toHaveLength(1)
    await shop.sql(
      "update cc_replays set claimed_until = now() - interval '1 second' where finished_at is null",
    )
    await shop.drain()
    gate.resolve()
    await slow
    expect((await replays())[0]).toMatchObject({ total: 3, done: 3, finishedAt: expect.any(String) })
  })

  it('does not wait for all that another tenant has asked for before', async () => {
    await shop.sql('delete from cc_replays')
    for (let nth = 0; nth < 3; nth++) await log.replay(today()).expect(202)
    await shop.birch.admin('post', `${LOG}/replay`).send(today()).expect(202)
    await shop.sql('update cc_replays set finished_at = null')
    const container = shop.host.createContainer()
    const step = () =>
      replayStep({
        em: container.resolve<EntityManager>('em'),
        encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
        now: new Date(),
      })
    for (let nth = 0; nth < 2; nth++) await step()
    const done = await shop.sql('select tenant_id from cc_replays where finished_at is not null')
    expect(new Set(done.map((one) => JSON.stringify(one))).size).toBe(2)
    await shop.drain()
  })

  it('takes nothing that comes while it runs', async () => {
    await fill(1)
    await log.replay(today()).expect(202)
    const later = await log.keepAside(textMessage({ id: 'wamid.later' }))
    await shop.drain()
    expect((await log.open(later)).delivery.state).toBe('failed')
  })
})
