import { jest } from '@jest/globals'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { change, delivery } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'
import {
  bodyOf,
  definition,
  metaAnswers,
  openTemplateShop,
  type TemplateDesk,
} from './support/templateWriting.ts'

const API = '/api/channel_whatsapp/templates'

let shop: Shop
let desk: TemplateDesk
openTemplateShop((opened) => {
  shop = opened.shop
  desk = opened.desk
})

async function approved(name: string, more: object = {}): Promise<string> {
  const { body } = await desk.writeAndSubmit(definition(name, more))
  await desk.decides(name, 'review', { decision: 'approve' })
  return body.template.id
}
/** The webhook of a review. */
async function metaTells(name: string, event: string): Promise<void> {
  const [template] = await desk.atMeta(name)
  const value = {
    ...{ event, reason: 'NONE', message_template_id: Number(template!.id) },
    ...{ message_template_name: name, message_template_language: 'en_US' },
  }
  const news = delivery(shop.acme, [change('message_template_status_update', value)])
  for (const entry of news.entry) Object.assign(entry, { time: Math.floor(Date.now() / 1000) })
  expect(await shop.acme.deliver(news)).toBe(200)
  await shop.drain()
}
const admin = (method: 'get' | 'post', path: string) => shop.acme.admin(method, `${API}${path}`)

describe('an edit', () => {
  it('begins with the template, once, and goes into review again under the same name', async () => {
    const id = await approved('edited_once')
    const draft = await desk.edit(id)
    expect(draft).toMatchObject({
      templateId: id,
      definition: definition('edited_once'),
      edit: { canEdit: true, canChangeCategory: false, leftIn30Days: 10 },
    })
    expect((await desk.edit(id)).id).toBe(draft.id)
    const written = definition('another_name', { components: bodyOf('It waits no more.') })
    const { body: changed } = await desk.change(draft.id, draft.updatedAt, written).expect(200)
    expect(changed.draft.definition.name).toBe('edited_once')
    const { body } = await desk.submit(draft.id).expect(200)
    expect(body.template).toEqual({ id, status: 'PENDING', category: 'UTILITY' })
    expect(await desk.atMeta('edited_once')).toMatchObject([{ components: bodyOf('It waits no more.') }])
  })

  it('is not let through beyond Meta’s limits, which are told before', async () => {
    await desk.decides('edited_once', 'review', { decision: 'approve' })
    const [template] = await desk.stored('edited_once')
    const draft = await desk.edit(template!.id)
    const limit = { canEdit: false, reason: 'daily_limit', nextEditAt: expect.any(String), leftIn30Days: 9 }
    expect(draft.edit).toMatchObject(limit)
    const { body } = await desk.submit(draft.id).expect(422)
    expect(body).toMatchObject({ code: 'template_not_editable', reason: 'daily_limit' })
    await desk.draft(draft.id).expect(200)
  })

  it('of nothing that anybody reads counts too, whatever Meta warned of before', async () => {
    const id = await approved('tried_longer')
    await metaTells('tried_longer', 'FLAGGED')
    await shop.sql('delete from wa_template_versions where name = ?', ['tried_longer'])
    const draft = await desk.edit(id)
    const written = { ...draft.definition, ttlSeconds: 3600 }
    await desk.change(draft.id, draft.updatedAt, written).expect(200)
    await desk.submit(draft.id).expect(200)
    await desk.decides('tried_longer', 'review', { decision: 'approve' })
    const { edit } = await desk.edit(id)
    expect(edit).toMatchObject({ reason: 'daily_limit', leftIn30Days: 9 })
  })

  it('that changes nothing does not take an approved template out of use', async () => {
    const id = await approved('kept_as_it_is')
    const draft = await desk.edit(id)
    const { body } = await desk.submit(draft.id).expect(422)
    expect(body.code).toBe('template_unchanged')
    expect(await desk.atMeta('kept_as_it_is')).toMatchObject([{ status: 'APPROVED' }])
    expect((await desk.draft(draft.id)).body.draft.edit).toMatchObject({ leftIn30Days: 10 })
  })

  it('that somebody else began is not answered with what they wrote to who wrote something', async () => {
    const id = await approved('two_editors')
    const theirs = await desk.write(definition('two_editors', { components: bodyOf('Theirs.') }), id)
    const wish = { connectionId: desk.connectionId, templateId: id, definition: definition('two_editors') }
    const { body } = await shop.acme.admin('post', `${API}/drafts`).send(wish).expect(409)
    expect(body.code).toBe('draft_changed')
    expect(await desk.edit(id)).toMatchObject({
      id: theirs.id,
      definition: { components: bodyOf('Theirs.') },
    })
  })

  it('of a template that was made anew meanwhile is an edit of that', async () => {
    const before = await approved('made_anew')
    const draft = await desk.edit(before)
    await shop.sql('delete from wa_templates where id = ?', [before])
    await desk.decides('made_anew', 'acts', { act: 'quality', score: 'GREEN' })
    const [after] = await desk.stored('made_anew')
    expect(after!.id).not.toBe(before)
    const { body: seen } = await desk.draft(draft.id).expect(200)
    expect(seen.draft).toMatchObject({ templateId: after!.id, edit: { canEdit: true } })
    expect((await desk.edit(after!.id)).id).toBe(draft.id)
    const written = definition('made_anew', { components: bodyOf('It waits no more.') })
    await desk.change(draft.id, draft.updatedAt, written).expect(200)
    expect((await desk.submit(draft.id).expect(200)).body.template).toMatchObject({ id: after!.id })
  })

  it('keeps the category of an approved one, and the form of its variables', async () => {
    const id = await approved('stays_as_it_is')
    const draft = await desk.edit(id)
    const other = { ...draft.definition, category: 'MARKETING', parameterFormat: 'POSITIONAL' }
    await desk.change(draft.id, draft.updatedAt, other).expect(200)
    const { body } = await desk.submit(draft.id).expect(422)
    expect(body).toMatchObject({
      code: 'template_refused',
      fieldErrors: { category: expect.any(String), parameterFormat: expect.any(String) },
    })
  })

  it('of a rejected one may be submitted again at once, and is none of those that Meta counts', async () => {
    const { body } = await desk.writeAndSubmit(definition('rejected_first'))
    await desk.decides('rejected_first', 'review', { decision: 'reject', reason: 'INVALID_FORMAT' })
    await metaTells('rejected_first', 'REJECTED')
    const draft = await desk.edit(body.template.id)
    expect(draft.edit).toMatchObject({ canEdit: true, canChangeCategory: true })
    await desk.change(draft.id, draft.updatedAt, { ...draft.definition, category: 'MARKETING' }).expect(200)
    const answer = await desk.submit(draft.id).expect(200)
    expect(answer.body.template).toMatchObject({ status: 'PENDING', category: 'MARKETING' })
    await desk.decides('rejected_first', 'review', { decision: 'approve' })
    const { edit } = await desk.edit(body.template.id)
    expect(edit).toMatchObject({ canEdit: true, leftIn30Days: 10 })
  })
})

describe('a template', () => {
  it('is deleted in one language; its name is blocked for that language only', async () => {
    const id = await approved('goes_in_one')
    await desk.writeAndSubmit(definition('goes_in_one', { language: 'en_GB' }))
    await desk.act(id, 'delete').expect(200)
    expect(await desk.atMeta('goes_in_one')).toMatchObject([{ language: 'en_GB' }])
    expect(await desk.stored('goes_in_one')).toMatchObject([{ language: 'en_GB' }])
    const again = await desk.writeAndSubmit(definition('goes_in_one'))
    expect(again.body).toMatchObject({ code: 'template_refused', findings: [{ code: 'name_blocked' }] })
    expect((await desk.writeAndSubmit(definition('goes_in_one', { language: 'en' }))).status).toBe(200)
  })

  it('that is there, or was deleted lately, can be seen before another one of its name is written', async () => {
    const id = await approved('seen_before')
    const standing = async () => {
      const query = `connectionId=${desk.connectionId}&name=seen_before&language=en_US`
      return (await admin('get', `/names?${query}`).expect(200)).body
    }
    const named = { name: 'seen_before', language: 'en_US' }
    expect(await standing()).toEqual({ takenNames: [named], blockedNames: [] })
    await desk.act(id, 'delete').expect(200)
    expect(await standing()).toEqual({
      takenNames: [],
      blockedNames: [{ name: 'seen_before', until: expect.any(String) }],
    })
  })

  it('is deleted in all languages', async () => {
    const id = await approved('goes_in_all')
    await desk.writeAndSubmit(definition('goes_in_all', { language: 'en_GB' }))
    const edit = await desk.edit(id)
    await desk.act(id, 'delete_all_languages').expect(200)
    expect(await desk.atMeta('goes_in_all')).toEqual([])
    expect(await desk.stored('goes_in_all')).toEqual([])
    await desk.act(id, 'delete').expect(404)
    const asNew = await desk.submit(edit.id).expect(422)
    expect(asNew.body).toMatchObject({ code: 'template_refused', findings: [{ code: 'name_blocked' }] })
    await desk.change(edit.id, edit.updatedAt, definition('comes_back')).expect(200)
    await desk.submit(edit.id).expect(200)
  })

  it('is archived and taken out again', async () => {
    const id = await approved('put_away')
    await desk.act(id, 'archive').expect(200)
    expect(await desk.stored('put_away')).toMatchObject([{ status: 'ARCHIVED' }])
    await desk.act(id, 'unarchive').expect(200)
    expect(await desk.stored('put_away')).toMatchObject([{ status: 'APPROVED' }])
  })

  it('has its pause ended', async () => {
    const id = await approved('paused_by_meta')
    await desk.decides('paused_by_meta', 'acts', { act: 'pause' })
    expect(await desk.stored('paused_by_meta')).toMatchObject([{ status: 'PAUSED' }])
    await desk.act(id, 'unpause').expect(200)
    expect(await desk.stored('paused_by_meta')).toMatchObject([{ status: 'APPROVED' }])
  })

  it('that its status holds is left as it is, and so is one for which Meta refuses', async () => {
    const id = await approved('disabled_by_meta')
    await desk.decides('disabled_by_meta', 'acts', { act: 'disable' })
    const { body } = await desk.act(id, 'delete').expect(422)
    expect(body).toMatchObject({ code: 'template_action_refused', status: 'DISABLED' })
    expect(await desk.atMeta('disabled_by_meta')).toHaveLength(1)
    await desk.act(id, 'unpause').expect(422)
    await desk.act(id, 'burn').expect(400)

    const { body: pending } = await desk.writeAndSubmit(definition('still_in_review'))
    const early = await desk.act(pending.template.id, 'archive').expect(422)
    expect(early.body).toMatchObject({ code: 'template_action_refused', status: 'PENDING' })
    await shop.sql(`update wa_templates set status = 'APPROVED' where id = ?`, [pending.template.id])
    const refused = await desk.act(pending.template.id, 'archive').expect(422)
    expect(refused.body).toMatchObject({
      code: 'template_action_refused',
      detail: expect.stringContaining('PENDING'),
    })
  })
})

describe('the sample of a header', () => {
  const hand = (kind: string, bytes: Uint8Array) =>
    shop.acme
      .admin('post', `${API}/samples?connectionId=${desk.connectionId}&kind=${kind}`)
      .set('content-type', 'application/octet-stream')
      .serialize((body) => body)
      .send(Buffer.from(bytes))

  it('is handed to Meta, and the template with it is taken', async () => {
    const { body } = await hand('image', await picture()).expect(200)
    expect(body).toEqual({ handle: expect.stringMatching(/^4::/), previewUrl: null })
    const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: [body.handle] } }
    const written = definition('with_sample')
    const answer = await desk.writeAndSubmit({ ...written, components: [header, ...written.components] })
    expect(answer.status).toBe(200)
  })

  it('of another kind is refused before anything leaves', async () => {
    const { body } = await hand('document', await picture()).expect(422)
    expect(body).toMatchObject({ code: 'sample_not_document', fieldErrors: { sample: expect.any(String) } })
  })

  it('needs the app of the connection', async () => {
    await shop.sql('update wa_connections set app_id = null where id = ?', [desk.connectionId])
    expect((await hand('image', await picture()).expect(422)).body.code).toBe('app_id_missing')
  })
})

describe('the default templates', () => {
  const list = async () =>
    (await admin('get', `/defaults?connectionId=${desk.connectionId}`).expect(200)).body.items
  const send = (names: string[], languages: string[]) =>
    admin('post', '/defaults').send({ connectionId: desk.connectionId, names, languages })

  it('are submitted each by itself: one whose name is in use keeps no other back', async () => {
    expect(await list()).toHaveLength(44)
    const fetch = jest.spyOn(globalThis, 'fetch')
    const { body } = await send(['double_opt_in', 'order_shipped'], ['en_US', 'pl']).expect(200)
    const asked = fetch.mock.calls.map(([url]) => new URL(String(url)))
    fetch.mockRestore()
    // Meta's calls of an hour go into what is created: none of them is read.
    expect(asked.filter(({ pathname }) => /message_templates$/.test(pathname))).toHaveLength(2)
    expect(asked.filter(({ search }) => search.includes('fields='))).toEqual([])
    expect(body.submitted).toMatchObject([
      { name: 'order_shipped', language: 'en_US' },
      { name: 'order_shipped', language: 'pl' },
    ])
    expect(body.refused).toMatchObject([
      { name: 'double_opt_in', language: 'en_US', error: 'template_refused' },
      { name: 'double_opt_in', language: 'pl' },
    ])
    const submitted = (await list()).filter(({ state }: { state: string }) => state === 'submitted')
    expect(submitted.map(({ name }: { name: string }) => name)).toContain('order_shipped')
    expect(await desk.atMeta('order_shipped')).toHaveLength(2)
  })

  it('stop where Meta takes no more this hour', async () => {
    const meta = metaAnswers(async () =>
      Response.json({ error: { code: 80007, message: '(#80007) Rate limit issues' } }, { status: 400 }),
    )
    const { body } = await send(['welcome', 'order_confirmed'], ['en_US', 'de']).expect(200)
    meta.restore()
    expect(meta.count()).toBe(1)
    expect(body.submitted).toEqual([])
    expect(body.refused).toHaveLength(4)
    expect(body.refused[3]).toMatchObject({ error: 'template_hourly_limit', detail: expect.any(String) })
  })

  it('that nobody knows are refused by their field', async () => {
    const { body } = await send(['poem'], ['en_US']).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual(['names.0'])
  })
})
