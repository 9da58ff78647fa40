import type { Shop } from './support/shop.ts'
import { openTemplateSyncs } from './support/templateSyncs.ts'
import { listed, refused, type TemplatesAtMeta } from './support/templatesAtMeta.ts'

let shop: Shop
let meta: TemplatesAtMeta
const { sync, stored, names, rereadAll } = openTemplateSyncs((opened) => {
  ;({ shop, meta } = opened)
})

it('a list that is shorter than Graph counts takes nothing away: each that it lacks is asked for', async () => {
  const [there, gone] = [listed('unlisted'), listed('unlisted_and_gone')]
  meta.templates = [there, gone]
  await sync()
  const short = { data: [], summary: { total_count: 2 } }
  meta.before((path) => (path.includes('/message_templates?') ? { status: 200, body: short } : null))
  meta.templates = [there]
  expect(await sync()).toMatchObject({ status: 'complete', readCount: 0, removed: 0 })
  expect(await names()).toEqual(['unlisted', 'unlisted_and_gone'])
  await rereadAll()
  expect(await names()).toEqual(['unlisted'])
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
  expect(await sync()).toMatchObject({ status: 'waiting', error: 'Meta’s list does not come to an end.' })
  expect(await stored()).toEqual(before)
})

it('an account that Graph tells less about than today is read all the same', async () => {
  meta.templates = [listed('order_update', { status: 'PENDING' }), listed('order_update')]
  meta.before((path) => {
    if (!path.includes('/message_templates?')) return null
    if (path.includes('summary=')) return refused(100, 400, { message: '(#100) Unknown parameter summary' })
    const field = ['sub_category', 'library_template_name'].find((name) => path.includes(name))
    return field
      ? refused(100, 400, { message: `(#100) Tried accessing nonexisting field (${field})` })
      : null
  })
  expect(await sync()).toMatchObject({ status: 'complete', expectedCount: null })
  // Listed twice, because the list changed while it was read: the last one counts.
  expect(await stored()).toEqual([{ name: 'order_update', status: 'APPROVED' }])
})

it.each([
  ['a text that is none', { components: [{ type: 'BODY', text: null }] }, 'UNREADABLE'],
  ['buttons that are none', { components: [{ type: 'BUTTONS', buttons: null }] }, 'UNREADABLE'],
  ['no parts', { components: null }, 'UNREADABLE'],
  ['half a sign', { components: [{ type: 'BODY', text: 'a\u0000b\ud800' }] }, 'BODY'],
  ['a time without end', { message_send_ttl_seconds: 1e12 }, 'BODY'],
])('one template with %s keeps none of the others from being read', async (_, odd, part) => {
  meta.templates = [listed('before_it'), { ...listed('odd_one'), ...odd } as never, listed('after_it')]
  expect(await sync()).toMatchObject({ status: 'complete', readCount: 3 })
  expect(await names()).toEqual(['after_it', 'before_it', 'odd_one'])
  const [kept] = await shop.sql<{ type: string }>(
    `select components -> 0 ->> 'type' as type from wa_templates where name = 'odd_one'`,
  )
  expect(kept?.type).toBe(part)
})

it('an entry that is no template is left out, and what is missing by its count is not taken for gone', async () => {
  meta.templates = [listed('stays'), listed('turns_odd')]
  await sync()
  meta.templates = [listed('stays'), { id: 1 } as never]
  expect(await sync()).toMatchObject({ status: 'complete', removed: 0 })
  expect(await names()).toEqual(['stays', 'turns_odd'])
})

it('an empty list that Graph does not count removes nothing by itself', async () => {
  meta.templates = [listed('not_counted')]
  await sync()
  meta.before((path) => (path.includes('/message_templates?') ? { status: 200, body: { data: [] } } : null))
  expect(await sync()).toMatchObject({ status: 'complete', removed: 0 })
  expect(await names()).toEqual(['not_counted'])
  meta.before(null)
  meta.templates = []
  await rereadAll()
  expect(await names()).toEqual([])
})

it('a token that Meta repeats in its refusal is shown to nobody', async () => {
  const { accessToken } = shop.acme.account
  const error = { code: 100, message: 'x', error_data: { details: `Malformed access token ${accessToken}` } }
  meta.before(() => ({ status: 400, body: { error } }))
  await sync()
  const { body } = await shop.acme.agent('get', '/api/channel_whatsapp/templates/accounts').expect(200)
  expect(body.items[0].sync.error).toContain('Malformed access token …')
  expect(JSON.stringify(body)).not.toContain(accessToken)
})
