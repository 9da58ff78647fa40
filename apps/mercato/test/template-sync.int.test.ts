import { WORKER_WAITS } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/patiently'
import { TEMPLATE_SYNCS_QUEUE } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/queues'
import { workSyncs } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/work-syncs'
import { createModuleQueue } from '@open-mercato/queue'
import { templateUpdate } from './support/accountNews.ts'
import { change, delivery } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import {
  listed,
  manyListed,
  openTemplatesAtMeta,
  refused,
  type TemplatesAtMeta,
} from './support/templatesAtMeta.ts'

let shop: Shop
let meta: TemplatesAtMeta
let connectionId: string
beforeAll(async () => {
  shop = await openShop()
  meta = await openTemplatesAtMeta(shop.acme.account.wabaId)
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/templates/accounts').expect(200)
  connectionId = body.items[0].connectionId
}, 60_000)
afterAll(async () => {
  await meta.close()
  await shop.close()
})
beforeEach(async () => {
  meta.before(null)
  meta.asked.length = 0
  await shop.sql('delete from wa_template_syncs')
})

const askForSync = async () => {
  const path = '/api/channel_whatsapp/templates/sync'
  return (await shop.acme.admin('post', path).send({ connectionId }).expect(202)).body.sync
}
/** One turn of the worker, so long from now. */
async function turn(minutes = 0): Promise<{ worked: number; waited: number[] }> {
  const waited: number[] = []
  const clock = {
    now: () => new Date(Date.now() + minutes * 60_000),
    waits: WORKER_WAITS,
    wait: async (ms: number) => void waited.push(ms),
  }
  return { worked: await workSyncs({ newContainer: async () => shop.host.createContainer(), clock }), waited }
}
const lastSync = async () => {
  const { body } = await shop.acme.agent('get', '/api/channel_whatsapp/templates/accounts').expect(200)
  return body.items[0].sync
}
const stored = () =>
  shop.sql<{ name: string; status: string }>(
    'select name, status from wa_templates where connection_id = ? order by name, language',
    [connectionId],
  )
const names = async () => (await stored()).map(({ name }) => name)
const versionsOf = (name: string) =>
  shop.sql('select number, category, source from wa_template_versions where name = ? order by number', [name])
const isPage = (path: string, after: number) =>
  path.includes('/message_templates?') && path.includes(`after=${after}`)

it('all pages are read to the last, what is new comes in and what is gone goes, its forms kept', async () => {
  meta.templates = manyListed(650)
  const gone = await names()
  expect(gone).toContain('order_update')
  const asked = await askForSync()
  expect(asked).toMatchObject({ cause: 'person', status: 'waiting', readCount: 0 })
  expect((await askForSync()).id).toBe(asked.id)
  await turn()
  expect(meta.asked).toHaveLength(7)
  expect(await names()).toEqual(meta.templates.map(({ name }) => name))
  expect(await lastSync()).toMatchObject({
    ...{ id: asked.id, status: 'complete', readCount: 650, expectedCount: 650, error: null },
    ...{ added: 650, changed: 0, removed: gone.length },
  })
  const { body } = await shop.acme.agent('get', '/api/channel_whatsapp/templates/accounts')
  expect(body.items[0]).toMatchObject({ usage: { count: 650, limit: 6000 }, byStatus: { APPROVED: 650 } })
  expect((await versionsOf('order_update')).length).toBeGreaterThan(0)
  const freed = await shop.sql<{ name: string }>('select name from wa_deleted_templates where was_approved')
  expect(freed.map(({ name }) => name)).toContain('order_update')
})

it('another text, category or kind of variables is another version; another status or sample is none', async () => {
  const picture = (address: string) => [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: [address] } },
    { type: 'BODY', text: 'New in.' },
  ]
  meta.templates = [listed('text'), listed('category'), listed('sample', { components: picture('a') })]
  const steps = [
    () => {},
    () => {
      meta.templates = [
        listed('text', { components: [{ type: 'BODY', text: 'Other words.' }] }),
        listed('category', { category: 'MARKETING' }),
        listed('sample', { components: picture('b'), status: 'PAUSED' }),
      ]
    },
    () => {},
  ]
  const ends = []
  for (const step of steps) {
    step()
    await askForSync()
    await turn()
    ends.push((await lastSync()).changed)
  }
  expect(ends).toEqual([0, 3, 0])
  expect(await versionsOf('text')).toHaveLength(2)
  expect(await versionsOf('category')).toMatchObject([{ category: 'UTILITY' }, { category: 'MARKETING' }])
  expect(await versionsOf('sample')).toHaveLength(1)
})

it('cut off in the middle nothing changes, and the next beats of the clock take it up until it is done', async () => {
  const before = await stored()
  meta.templates = manyListed(250)
  meta.before((path) => (isPage(path, 200) ? refused(2, 500) : null))
  await askForSync()
  expect(await turn()).toEqual({ worked: 1, waited: WORKER_WAITS })
  expect(await stored()).toEqual(before)
  expect(await lastSync()).toMatchObject({ status: 'waiting', readCount: 200, error: expect.any(String) })
  expect(await turn()).toMatchObject({ worked: 0 })
  meta.before(null)
  await turn(2)
  expect(await lastSync()).toMatchObject({ status: 'complete', readCount: 250, error: null })
  expect(await stored()).toHaveLength(250)
})

it('trouble of some seconds is waited out, with no page read twice', async () => {
  let troubles = 2
  meta.before((path) => (isPage(path, 100) && troubles-- > 0 ? refused(80007) : null))
  await askForSync()
  expect((await turn()).waited).toEqual(WORKER_WAITS.slice(0, 2))
  expect(meta.asked.filter((path) => !path.includes('after='))).toHaveLength(1)
  expect(await lastSync()).toMatchObject({ status: 'complete' })
})

it('a process that dies with it leaves it to the next one, and to one alone; in the end it is said to have failed', async () => {
  const die = (attempts: number) =>
    shop.sql(
      `update wa_template_syncs set status = 'running', attempts = ?, read_count = 100, started_at = now(),
              lease_until = now() - interval '1 second'`,
      [attempts],
    )
  await askForSync()
  await die(1)
  const turns = await Promise.all([turn(), turn()])
  expect(turns.map(({ worked }) => worked).sort()).toEqual([0, 1])
  expect(await lastSync()).toMatchObject({ status: 'complete', readCount: 250 })
  await shop.sql('delete from wa_template_syncs')
  await askForSync()
  await die(5)
  await turn()
  expect(await lastSync()).toMatchObject({ status: 'failed', error: 'It was cut off 5 times.' })
  expect(await stored()).toHaveLength(250)
})

it('a list without an end is none: nothing of it is taken', async () => {
  const before = await stored()
  meta.before((path) =>
    path.includes('/message_templates?')
      ? {
          status: 200,
          body: { data: [listed('again')], paging: { cursors: { after: 'a' }, next: 'https://x/?after=a' } },
        }
      : null,
  )
  await askForSync()
  await turn()
  expect(await lastSync()).toMatchObject({ status: 'waiting', error: 'Meta’s list does not come to an end.' })
  expect(await stored()).toEqual(before)
})

it('a token that Meta does not take any more ends it at once, and the connection says so', async () => {
  meta.before(() => refused(190, 401))
  await askForSync()
  await turn()
  expect(await lastSync()).toMatchObject({ status: 'failed', error: expect.any(String) })
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections')
  expect(body.items[0].status).toBe('requires_reauth')
})

it('what a webhook told while the pages were read counts, and what became known meanwhile stays', async () => {
  const paused = listed('told_meanwhile', { quality_score: { score: 'GREEN' } })
  meta.templates = [paused, ...manyListed(150)]
  await askForSync()
  await turn()
  const about = {
    message_template_id: paused.id,
    message_template_name: paused.name,
    message_template_language: 'en',
  }
  meta.before(async (path) => {
    if (!isPage(path, 100)) return null
    await shop.sql(
      `insert into wa_templates (id, tenant_id, organization_id, connection_id, external_id, name, language, category,
                                 status, parameter_format, components, synced_at)
       select gen_random_uuid(), tenant_id, organization_id, connection_id, '77', 'made_meanwhile', 'en', category,
              'PENDING', parameter_format, components, clock_timestamp()
       from wa_templates where name = 'told_meanwhile'`,
    )
    const { value, at } = templateUpdate('PAUSED', Math.ceil(Date.now() / 1000) + 1, about)
    const news = delivery(shop.acme, [
      change('message_template_status_update', value),
      change('message_template_quality_update', { ...about, new_quality_score: 'RED' }),
    ])
    for (const entry of news.entry) Object.assign(entry, { time: at })
    expect(await shop.acme.deliver(news)).toBe(200)
    await shop.drain()
    return null
  })
  await askForSync()
  await turn()
  expect(await lastSync()).toMatchObject({ status: 'complete', removed: 0 })
  const rows = await shop.sql(
    `select name, status, quality_score from wa_templates where name like '%_meanwhile' order by name`,
  )
  expect(rows).toEqual([
    { name: 'made_meanwhile', status: 'PENDING', quality_score: null },
    { name: 'told_meanwhile', status: 'PAUSED', quality_score: 'RED' },
  ])
})

it('an account that Graph tells less about than today is read all the same', async () => {
  meta.templates = [listed('order_update', { status: 'PENDING' }), listed('order_update')]
  meta.before((path) => {
    if (!path.includes('/message_templates?')) return null
    if (path.includes('summary=')) return refused(100, 400, { message: '(#100) Unknown parameter summary' })
    const field = path.includes('sub_category') ? 'sub_category' : path.includes('source') ? 'source' : null
    return field
      ? refused(100, 400, { message: `(#100) Tried accessing nonexisting field (${field})` })
      : null
  })
  await askForSync()
  await turn()
  expect(await lastSync()).toMatchObject({ status: 'complete', expectedCount: null })
  // Listed twice, because the list changed while it was read: the last one counts.
  expect(await stored()).toEqual([{ name: 'order_update', status: 'APPROVED' }])
})

it('nobody has another tenant’s templates read', async () => {
  await shop.birch.admin('post', '/api/channel_whatsapp/templates/sync').send({ connectionId }).expect(404)
  await shop.acme.agent('post', '/api/channel_whatsapp/templates/sync').send({ connectionId }).expect(403)
  expect(await shop.sql('select id from wa_template_syncs')).toEqual([])
})

it('the worker does it without anybody waiting, and looks every minute for what was cut off', async () => {
  await askForSync()
  await createModuleQueue(TEMPLATE_SYNCS_QUEUE).enqueue({})
  await shop.host.drain()
  expect(await lastSync()).toMatchObject({ status: 'complete' })
  const schedules = await shop.sql(
    `select target_queue as queue, schedule_value as every from scheduled_jobs
     where target_queue like 'channel-whatsapp-%' order by 1`,
  )
  expect(schedules).toEqual([
    { queue: 'channel-whatsapp-rereading', every: '1m' },
    { queue: 'channel-whatsapp-template-rereads', every: '1m' },
    { queue: 'channel-whatsapp-template-syncs', every: '1m' },
  ])
})

it('how a sync went is known for 90 days', async () => {
  const ended = (days: number) =>
    shop.sql(`update wa_template_syncs set ended_at = now() - interval '1 day' * ${days}`)
  const runs = async () => (await shop.sql('select id from wa_template_syncs')).length
  for (const [days, left] of [
    [89, 2],
    [91, 1],
  ] as const) {
    await askForSync()
    await turn()
    await ended(days)
    await askForSync()
    await turn()
    expect(await runs()).toBe(left)
    await shop.sql('delete from wa_template_syncs')
  }
})
