import { WORKER_WAITS } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/patiently'
import { TEMPLATE_SYNCS_QUEUE } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/queues'
import { createModuleQueue } from '@open-mercato/queue'
import { templateUpdate } from './support/accountNews.ts'
import { change, delivery } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'
import { openTemplateSyncs } from './support/templateSyncs.ts'
import { listed, manyListed, refused, type TemplatesAtMeta } from './support/templatesAtMeta.ts'

let shop: Shop
let meta: TemplatesAtMeta
let connectionId: string
const { askForSync, turn, sync, lastSync, stored, names, rereadAll } = openTemplateSyncs((opened) => {
  ;({ shop, meta, connectionId } = opened)
})
const versionsOf = (name: string) =>
  shop.sql('select number, category, source from wa_template_versions where name = ? order by number', [name])
const about = ({ id, name, language }: ReturnType<typeof listed>) => ({
  message_template_id: id,
  message_template_name: name,
  message_template_language: language,
})
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
    ends.push((await sync()).changed)
  }
  expect(ends).toEqual([0, 3, 0])
  expect(await versionsOf('text')).toHaveLength(2)
  expect(await versionsOf('category')).toMatchObject([{ category: 'UTILITY' }, { category: 'MARKETING' }])
  expect(await versionsOf('sample')).toHaveLength(1)
})

it('one that was deleted while the pages were read does not come back with them', async () => {
  const gone = listed('gone_meanwhile')
  meta.templates = [gone, ...manyListed(150)]
  await sync()
  meta.before(async (path) => {
    if (!isPage(path, 100)) return null
    meta.before((asked) => (asked.includes(`/${gone.id}?`) ? refused(100, 400, { error_subcode: 33 }) : null))
    const { field, value } = templateUpdate('PENDING_DELETION', 0, about(gone))
    expect(await shop.acme.deliver(delivery(shop.acme, [change(field, value)]))).toBe(200)
    await shop.drain()
    await rereadAll()
    return null
  })
  expect(await sync()).toMatchObject({ status: 'complete', readCount: 151 })
  expect(await names()).toEqual(manyListed(150).map(({ name }) => name))
})

it('a connection that gets another account forgets the templates of the former one, also what is being read', async () => {
  const path = `/api/channel_whatsapp/connections/${connectionId}`
  const connect = (businessAccountId: string) =>
    shop.acme.admin('put', path).send({ businessAccountId }).expect(200)
  meta.before(async (asked) => {
    if (!isPage(asked, 100)) return null
    await connect('110220330')
    return null
  })
  await sync()
  expect(await stored()).toEqual([])
  const tables = ['wa_deleted_templates', 'wa_template_versions', 'wa_template_rereads', 'wa_template_syncs']
  for (const table of tables) {
    expect(await shop.sql(`select 1 from ${table} where connection_id = ?`, [connectionId])).toEqual([])
  }
  await connect(shop.acme.account.wabaId)
})

it('what was read of an account does not come into a connection that has another one by then', async () => {
  meta.templates = manyListed(150)
  const isOf = (wabaId: string) =>
    shop.sql('update wa_connections set business_account_id = ? where id = ?', [wabaId, connectionId])
  meta.before(async (path) => {
    if (isPage(path, 100)) await isOf('110220331')
    return null
  })
  expect(await sync()).toMatchObject({ status: 'waiting', error: expect.stringContaining('account') })
  expect(await stored()).toEqual([])
  await isOf(shop.acme.account.wabaId)
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

it('a person who asks cuts our own wait short, but not the one that Meta asks for', async () => {
  const failing = async (code: number, httpStatus: number) => {
    await shop.sql('delete from wa_template_syncs')
    meta.before((path) => (isPage(path, 100) ? refused(code, httpStatus) : null))
    await sync()
    meta.before(null)
    await askForSync()
    return turn()
  }
  expect(await failing(2, 500)).toMatchObject({ worked: 1 })
  expect(await failing(80007, 400)).toMatchObject({ worked: 0 })
  expect(await turn(11)).toMatchObject({ worked: 1 })
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

it('a token that Meta does not take any more ends it at once, and the connection says so', async () => {
  meta.before(() => refused(190, 401))
  expect(await sync()).toMatchObject({ status: 'failed', error: expect.any(String) })
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections')
  expect(body.items[0].status).toBe('requires_reauth')
})

it('what a webhook told while the pages were read counts, and what became known meanwhile stays', async () => {
  const paused = listed('told_meanwhile', { quality_score: { score: 'GREEN' } })
  meta.templates = [paused, ...manyListed(150)]
  await sync()
  meta.before(async (path) => {
    if (!isPage(path, 100)) return null
    await shop.sql(
      `insert into wa_templates (id, tenant_id, organization_id, connection_id, external_id, name, language, category,
                                 status, parameter_format, components, synced_at)
       select gen_random_uuid(), tenant_id, organization_id, connection_id, '77', 'made_meanwhile', 'en', category,
              'PENDING', parameter_format, components, clock_timestamp()
       from wa_templates where name = 'told_meanwhile'`,
    )
    const { value, at } = templateUpdate('PAUSED', Math.ceil(Date.now() / 1000) + 1, about(paused))
    const news = delivery(shop.acme, [
      change('message_template_status_update', value),
      change('message_template_quality_update', { ...about(paused), new_quality_score: 'RED' }),
    ])
    for (const entry of news.entry) Object.assign(entry, { time: at })
    expect(await shop.acme.deliver(news)).toBe(200)
    await shop.drain()
    return null
  })
  expect(await sync()).toMatchObject({ status: 'complete', removed: 0 })
  const rows = await shop.sql(
    `select name, status, quality_score from wa_templates where name like '%_meanwhile' order by name`,
  )
  expect(rows).toEqual([
    { name: 'made_meanwhile', status: 'PENDING', quality_score: null },
    { name: 'told_meanwhile', status: 'PAUSED', quality_score: 'RED' },
  ])
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
    await sync()
    await ended(days)
    await sync()
    expect(await runs()).toBe(left)
    await shop.sql('delete from wa_template_syncs')
  }
})
