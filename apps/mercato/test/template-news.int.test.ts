import { workRereads } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/work-rereads'
import { change, delivery } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'
import {
  type ListedTemplate,
  listed,
  manyListed,
  openTemplatesShop,
  refused,
  type TemplatesAtMeta,
} from './support/templatesAtMeta.ts'

let shop: Shop
let meta: TemplatesAtMeta
openTemplatesShop((opened) => {
  ;({ shop, meta } = opened)
})
beforeEach(async () => {
  meta.templates = []
  await shop.sql('delete from wa_template_rereads')
})

/** The worker reads some seconds after the news; what is told later than that is told by this much later. */
const AHEAD_SECONDS = 10
/** Of two things in one second nobody knows which was later. */
let told = 0

type News = [field: string, value: Record<string, unknown>]

/** Meta tells it of the template, after all that was read before. */
const tell = (template: ListedTemplate, ...news: News[]) =>
  deliver(news.map(([field, value]) => about(template, field, value)))

const about = ({ id, name, language }: ListedTemplate, field: string, value: News[1]) =>
  change(field, {
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
    ...value,
  })

async function deliver(news: ReturnType<typeof about>[]): Promise<void> {
  const payload = delivery(shop.acme, news)
  const time = Math.ceil(Date.now() / 1000) + AHEAD_SECONDS + told++
  for (const entry of payload.entry) Object.assign(entry, { time })
  expect(await shop.acme.deliver(payload)).toBe(200)
  await shop.drain()
}
const status = (event: string): News => ['message_template_status_update', { event, reason: 'NONE' }]
const quality = (score: string): News => ['message_template_quality_update', { new_quality_score: score }]

/** The worker, some seconds after the news: when Meta has told all. */
async function rereadAll(seconds = 5): Promise<number> {
  const ahead = { newContainer: async () => shop.host.createContainer() }
  let worked = 0
  while ((await workRereads({ ...ahead, now: () => new Date(Date.now() + seconds * 1000) })) > 0) worked++
  return worked
}
const storedAs = async ({ id }: ListedTemplate) => {
  const [row] = await shop.sql<Record<string, unknown>>(
    `select name, status, category, quality_score, components from wa_templates where external_id = ?`,
    [id],
  )
  return row ?? null
}
const know = async (template: ListedTemplate) => {
  meta.templates.push(template)
  await tell(template, status('APPROVED'))
  await rereadAll()
  meta.asked.length = 0
}

it('a template that was not known becomes known by what Meta tells of it', async () => {
  const unheard = listed('unheard_of', { quality_score: { score: 'GREEN' } })
  meta.templates = [unheard]
  await tell(unheard, status('APPROVED'))
  expect(await storedAs(unheard)).toBeNull()
  expect(await rereadAll(0)).toBe(0)
  expect(await rereadAll()).toBe(1)
  expect(await storedAs(unheard)).toMatchObject({ status: 'APPROVED', quality_score: 'GREEN' })
  expect(await rereadAll()).toBe(0)
})

it('what Meta tells counts at once, and all that it told of one template is read once', async () => {
  const template = listed('told_often')
  await know(template)
  await tell(template, status('PAUSED'), quality('RED'))
  await tell(template, status('PAUSED'), quality('YELLOW'))
  expect(await storedAs(template)).toMatchObject({ status: 'PAUSED' })
  Object.assign(template, { status: 'PAUSED', category: 'MARKETING', quality_score: { score: 'YELLOW' } })
  await rereadAll()
  expect(meta.asked).toHaveLength(1)
  expect(await storedAs(template)).toMatchObject({ category: 'MARKETING', quality_score: 'YELLOW' })
})

it('other words of a template are another version of it, whoever wrote them', async () => {
  const template = listed('reworded')
  await know(template)
  template.components = [{ type: 'BODY', text: 'Other words.' }]
  await tell(template, ['message_template_components_update', { message_template_element: 'Other words.' }])
  await rereadAll()
  const versions = await shop.sql<{ number: number; components: { text: string }[] }>(
    `select number, components from wa_template_versions where name = 'reworded' order by number`,
  )
  expect(versions.map(({ number, components }) => [number, components[0]!.text])).toEqual([
    [1, 'Hello, this is reworded.'],
    [2, 'Other words.'],
  ])
})

it('one that is gone at Meta goes here too, and its forms stay', async () => {
  const template = listed('deleted_there')
  await know(template)
  meta.templates = []
  await tell(template, status('PENDING_DELETION'))
  expect(await storedAs(template)).toMatchObject({ status: 'PENDING_DELETION' })
  await rereadAll()
  expect(await storedAs(template)).toBeNull()
  const kept = await shop.sql(
    `select (select count(*)::int from wa_template_versions where name = d.name) as versions, was_approved
     from wa_deleted_templates d where name = 'deleted_there'`,
  )
  expect(kept).toEqual([{ versions: 1, was_approved: true }])
})

it('the name of one that was approved before it was edited is kept, from when it was heard of last', async () => {
  const template = listed('edited_then_deleted')
  await know(template)
  template.status = 'PENDING'
  await tell(template, status('PENDING'))
  await rereadAll()
  const heardOf = '2026-01-02T03:04:05.000Z'
  await shop.sql(
    `update wa_templates set synced_at = ?, reported = reported - 'status' where name = 'edited_then_deleted'`,
    [heardOf],
  )
  meta.templates = []
  await tell(template, quality('UNKNOWN'))
  await rereadAll()
  const [kept] = await shop.sql<{ at: string }>(
    `select deleted_at as at from wa_deleted_templates where name = 'edited_then_deleted'`,
  )
  expect(new Date(kept!.at).toISOString()).toBe(heardOf)
})

it('a fact that Graph does not have is asked for in vain once, not of every template', async () => {
  const [one, other] = [listed('asked_in_vain'), listed('asked_after_it')]
  meta.templates = [one, other]
  meta.before((path) =>
    path.includes('previous_category')
      ? refused(100, 400, { message: '(#100) Tried accessing nonexisting field (previous_category)' })
      : null,
  )
  await tell(one, status('APPROVED'))
  await rereadAll()
  expect(meta.asked).toHaveLength(2)
  await tell(other, status('APPROVED'))
  await rereadAll()
  expect(meta.asked).toHaveLength(3)
  expect(await storedAs(other)).toMatchObject({ status: 'APPROVED' })
})

it('a token that sees nothing any more deletes nothing', async () => {
  const template = listed('out_of_sight')
  await know(template)
  meta.before(() => refused(100, 400, { error_subcode: 33 }))
  await tell(template, status('FLAGGED'))
  expect(await rereadAll()).toBe(1)
  expect(await storedAs(template)).toMatchObject({ status: 'APPROVED' })
})

it('while Meta has trouble a template is read later, and what is told meanwhile is not lost', async () => {
  const template = listed('read_later')
  await know(template)
  template.category = 'MARKETING'
  meta.before(() => refused(2, 500))
  await tell(template, status('FLAGGED'))
  expect(await rereadAll()).toBe(1)
  meta.before(null)
  expect(await rereadAll()).toBe(0)
  expect(await rereadAll(60)).toBe(1)
  expect(await storedAs(template)).toMatchObject({ category: 'MARKETING' })

  meta.before(async () => {
    meta.before(null)
    await tell(template, status('PAUSED'))
    return null
  })
  await tell(template, quality('RED'))
  // The second is of what was told while the first was read.
  expect(await rereadAll()).toBe(2)
})

it('many at once are read as a list, not one by one', async () => {
  meta.templates = manyListed(40)
  await deliver(meta.templates.map((template) => about(template, ...status('APPROVED'))))
  expect(await rereadAll()).toBe(1)
  const runs = await shop.sql(`select cause, status from wa_template_syncs where status = 'waiting'`)
  expect(runs).toEqual([{ cause: 'clock', status: 'waiting' }])
  expect(meta.asked).toEqual([])

  // One that is under way may have read their pages before.
  await shop.sql(`update wa_template_syncs set status = 'running' where status = 'waiting'`)
  await deliver(meta.templates.map((template) => about(template, ...status('PAUSED'))))
  expect(await rereadAll()).toBe(1)
  expect(await shop.sql('select 1 from wa_template_rereads')).toHaveLength(40)
  expect(meta.asked).toEqual([])
})

it('open pages of the tenant hear of it, at once and again when it was read; those of others do not', async () => {
  const [mine, theirs] = [await listen('agent@acme.test'), await listen('agent@birch.test')]
  const template = listed('told_to_pages')
  meta.templates = [template]
  await tell(template, status('APPROVED'))
  const [connection] = await shop.sql<{ id: string }>('select id from wa_connections where tenant_id = ?', [
    shop.acme.tenantId,
  ])
  const isTold = (text: string) => text.includes(`"connectionId":"${connection!.id}"`)
  expect((await mine.changes(1)).every(isTold)).toBe(true)
  await rereadAll()
  expect((await mine.changes(2)).every(isTold)).toBe(true)
  expect(theirs.seen()).not.toContain('channel_whatsapp.templates.changed')
  mine.close()
  theirs.close()
})

/** A browser that listens: `changes` waits until so many events said that templates changed. */
async function listen(email: string) {
  const { cookie } = await shop.signIn(email)
  const leaving = new AbortController()
  const address = 'http://localhost:3000/api/events/stream'
  const response = await shop.host.fetch(
    new Request(address, { headers: { cookie }, signal: leaving.signal }),
  )
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (isEnough: () => boolean) => {
    while (!isEnough()) {
      const { value, done } = await reader.read()
      if (done) break
      text += value
    }
  }
  const told = () => text.split('\n').filter((line) => line.includes('channel_whatsapp.templates.changed'))
  await until(() => text.includes(': listening'))
  return {
    async changes(count: number) {
      await until(() => told().length >= count)
      return told()
    },
    seen: () => text,
    close: () => leaving.abort(),
  }
}
