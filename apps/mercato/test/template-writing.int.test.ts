import { simulatorOf } from './support/customer.ts'
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

const refusedAt = (path: string, code: string) => ({
  code: 'template_refused',
  fieldErrors: { [path]: expect.any(String) },
  findings: [expect.objectContaining({ code, level: 'refused', path })],
})

describe('a draft', () => {
  it('may be unfinished, keeps what was written, and is thrown away', async () => {
    const draft = await desk.write({ language: 'pl', category: 'MARKETING', components: [{ type: 'body' }] })
    expect(draft).toMatchObject({ templateId: null, edit: null, authorName: expect.any(String) })
    const { body } = await desk.draft(draft.id).expect(200)
    expect(body.draft).toEqual(draft)
    expect(body.draft.definition).toMatchObject({ name: '', components: [{ type: 'BODY' }] })
    await shop.acme.admin('delete', `${API}/drafts/${draft.id}`).expect(200)
    await desk.draft(draft.id).expect(404)
  })

  it('that somebody else changed meanwhile is not written over', async () => {
    const draft = await desk.write(definition('two_writers'))
    const first = await desk.change(draft.id, draft.updatedAt, definition('first')).expect(200)
    const { body } = await desk.change(draft.id, draft.updatedAt, definition('second')).expect(409)
    expect(body.code).toBe('draft_changed')
    expect((await desk.draft(draft.id)).body.draft.definition.name).toBe('first')
    await desk.change(draft.id, first.body.draft.updatedAt, definition('second')).expect(200)
  })

  it('of a kind that nobody knows, or without bounds, is refused by its field', async () => {
    const wish = { connectionId: desk.connectionId }
    const post = (components: unknown) =>
      shop.acme
        .admin('post', `${API}/drafts`)
        .send({ ...wish, definition: { language: 'pl', category: 'UTILITY', components } })
    const { body } = await post([{ type: 'POEM' }]).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual([expect.stringMatching(/^definition\.components\.0/)])
    await post(bodyOf('x'.repeat(400_000))).expect(400)
    await shop.acme.admin('post', `${API}/drafts`).send(wish).expect(400)
  })

  it.each([
    ['a NUL in the name', { name: 'a\u0000' }],
    ['half a sign in the text', { components: bodyOf('a\ud800') }],
    ['a time that no clock has', { ttlSeconds: 2 ** 40 }],
  ])('with %s is refused by its field', async (_, more) => {
    const { body } = await shop.acme
      .admin('post', `${API}/drafts`)
      .send({ connectionId: desk.connectionId, definition: definition('odd', more) })
      .expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual([expect.stringMatching(/^definition\./)])
  })

  it('with cards in cards, however deep, is refused', async () => {
    const [open, close] = ['[{"type":"CAROUSEL","cards":[{"components":', '}]}]']
    const components = `${open.repeat(5000)}[]${close.repeat(5000)}`
    const definition = `{"language":"pl","category":"MARKETING","components":${components}}`
    await shop.acme
      .admin('post', `${API}/drafts`)
      .set('content-type', 'application/json')
      .send(`{"connectionId":"${desk.connectionId}","definition":${definition}}`)
      .expect(400)
  })

  it.each([
    ['names', 'name=%00&language=pl'],
    ['mappings', 'name=%00'],
    ['managed', 'search=%00'],
  ])('a question of %s with a NUL in it is refused', async (what, query) => {
    const path = `${API}/${what}?connectionId=${desk.connectionId}&${query}`
    await shop.acme.admin('get', path).expect(400)
  })

  it('belongs to who may write templates, and to one organisation', async () => {
    const draft = await desk.write(definition('ours_alone'))
    const path = `${API}/drafts/${draft.id}`
    const change = { updatedAt: draft.updatedAt, definition: definition('taken_over') }
    await shop.acme.agent('get', path).expect(200)
    await shop.acme.agent('put', path).send(change).expect(403)
    await shop.acme.agent('post', `${path}/submit`).expect(403)
    await shop.acme.agent('post', `${API}/defaults`).send({}).expect(403)
    const [template] = await desk.stored('appointment_reminder')
    await shop.acme.agent('post', `${API}/managed/${template!.id}/actions`).send({}).expect(403)
    const { admin } = shop.birch
    await admin('get', path).expect(404)
    await admin('put', path).send(change).expect(404)
    await admin('delete', path).expect(404)
    await admin('post', `${path}/submit`).expect(404)
    await admin('post', `${API}/managed/${template!.id}/actions`).send({ action: 'delete' }).expect(404)
    const stolen = { connectionId: desk.connectionId, definition: definition('stolen') }
    await admin('post', `${API}/drafts`).send(stolen).expect(404)
    await admin('get', `${API}/library?connectionId=${desk.connectionId}`).expect(404)
    await admin('get', `${API}/defaults?connectionId=${desk.connectionId}`).expect(404)
  })
})

describe('submitting', () => {
  it('gives it to Meta, keeps it with its form and its author, and ends the draft', async () => {
    const draft = await desk.write(definition('parcel_waiting'))
    const { body } = await desk.submit(draft.id).expect(200)
    expect(body.template).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
    expect(await desk.atMeta('parcel_waiting')).toMatchObject([{ status: 'PENDING', language: 'en_US' }])
    expect(await desk.stored('parcel_waiting')).toMatchObject([{ id: body.template.id, status: 'PENDING' }])
    await desk.draft(draft.id).expect(404)
    const versions = await shop.sql(
      'select number, source, author_name from wa_template_versions where name = ?',
      ['parcel_waiting'],
    )
    expect(versions).toEqual([{ number: 1, source: 'submitted', author_name: expect.any(String) }])
  })

  it('what the check refuses stays here, with everything that is wrong at its field', async () => {
    const meta = metaAnswers((pass) => pass())
    try {
      const draft = await desk.write(definition('Parcel!', { components: bodyOf('{{parcel}} is here.') }))
      const { body } = await desk.submit(draft.id).expect(422)
      expect(body).toMatchObject({ code: 'template_refused', action: expect.any(String) })
      expect(Object.keys(body.fieldErrors)).toEqual(
        expect.arrayContaining(['name', 'components.0.text', 'components.0.example']),
      )
      expect(body.findings.every(({ level }: { level: string }) => level === 'refused')).toBe(true)
      expect(meta.count()).toBe(0)
      await desk.draft(draft.id).expect(200)
    } finally {
      meta.restore()
    }
  })

  it('what Meta alone refuses is shown at its field in Meta’s words, and the draft stays', async () => {
    const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::bogus'] } }
    const written = definition('with_picture')
    const draft = await desk.write({ ...written, components: [header, ...written.components] })
    const { body } = await desk.submit(draft.id).expect(422)
    expect(body).toMatchObject(refusedAt('components.0.example', 'meta_example'))
    expect(body.detail).toEqual(expect.any(String))
    await desk.draft(draft.id).expect(200)
    expect(await desk.stored('with_picture')).toEqual([])
  })

  it('a name that is in use is refused here, and where only Meta knows of it by Meta', async () => {
    const known = await desk.writeAndSubmit(definition('appointment_reminder'))
    expect(known.body).toMatchObject(refusedAt('name', 'name_taken'))
    await shop.sql('delete from wa_templates where name = ? and connection_id = ?', [
      'welcome_back',
      desk.connectionId,
    ])
    const unknown = await desk.writeAndSubmit(definition('welcome_back'))
    expect(unknown.body).toMatchObject(refusedAt('name', 'meta_name_in_use'))
  })

  it.each([
    ['approved, a while ago', true, 10, 422],
    ['approved, more than 30 days ago', true, 31, 200],
    ['never approved', false, 1, 200],
  ])('the name of a deleted template that was %s', async (what, wasApproved, days, status) => {
    const name = `gone_${what.replace(/\W+/g, '_')}`
    await shop.sql(
      `insert into wa_deleted_templates
         (id, tenant_id, organization_id, connection_id, name, language, was_approved, deleted_at, noticed_at)
       select gen_random_uuid(), tenant_id, organization_id, id, ?, 'en_US', ?, now() - make_interval(days => ?), now()
       from wa_connections where id = ?`,
      [name, wasApproved, days, desk.connectionId],
    )
    const answer = await desk.writeAndSubmit(definition(name))
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body).toMatchObject(refusedAt('name', 'name_blocked'))
  })

  it('an account that has as many as Meta allows is told so before anything leaves', async () => {
    const meta = metaAnswers((pass) => pass())
    const limit = (to: number) =>
      shop.sql('update wa_template_syncs set template_limit = ? where connection_id = ?', [
        to,
        desk.connectionId,
      ])
    await shop.sql(
      `insert into wa_template_syncs (id, tenant_id, organization_id, connection_id, cause, status, asked_at)
       select gen_random_uuid(), tenant_id, organization_id, id, 'person', 'complete', now()
       from wa_connections where id = ?`,
      [desk.connectionId],
    )
    await limit(3)
    const full = await desk.writeAndSubmit(definition('one_too_many'))
    expect(full.body).toMatchObject({ code: 'template_limit_reached' })
    expect(meta.count()).toBe(0)
    meta.restore()
    await limit(6000)
    await simulatorOf(shop, 'templates/limit', {
      method: 'PUT',
      body: JSON.stringify({ wabaId: shop.acme.account.wabaId, limit: 250 }),
    })
    expect((await desk.writeAndSubmit(definition('one_more'))).status).toBe(200)
  })

  it('an answer that got lost is looked for at Meta: what is there was created', async () => {
    const meta = metaAnswers(async (pass) => {
      await pass()
      throw new TypeError('terminated')
    })
    const answer = await desk.writeAndSubmit(definition('answer_lost'))
    meta.restore()
    expect(answer.status).toBe(200)
    expect(await desk.stored('answer_lost')).toMatchObject([{ status: 'PENDING' }])
  })

  it('an answer that got lost does not make somebody else’s template of that name ours', async () => {
    await desk.writeAndSubmit(
      definition('from_elsewhere', { components: bodyOf('Somebody else wrote this.') }),
    )
    await shop.sql('delete from wa_templates where name = ?', ['from_elsewhere'])
    const draft = await desk.write(definition('from_elsewhere'))
    const meta = metaAnswers(async () => {
      throw new TypeError('terminated')
    })
    const { body } = await desk.submit(draft.id).expect(503)
    meta.restore()
    expect(body).toMatchObject({ code: 'template_outcome_unknown' })
    await desk.draft(draft.id).expect(200)
  })

  it('what Meta told of before it answered has its author all the same', async () => {
    const meta = metaAnswers(async (pass) => {
      const answer = await pass()
      await shop.acme
        .admin('post', `/api/channel_whatsapp/connections/${desk.connectionId}/refresh`)
        .expect(200)
      return answer
    })
    const answer = await desk.writeAndSubmit(definition('told_before'))
    meta.restore()
    expect(answer.status).toBe(200)
    const versions = await shop.sql(
      'select number, source, author_name from wa_template_versions where name = ?',
      ['told_before'],
    )
    expect(versions).toEqual([{ number: 1, source: 'submitted', author_name: expect.any(String) }])
  })

  it('where Meta may have it and does not say so, the person hears it, and nothing is lost', async () => {
    const meta = metaAnswers(async () => {
      throw new TypeError('terminated')
    })
    const draft = await desk.write(definition('nobody_knows'))
    const { body } = await desk.submit(draft.id).expect(503)
    meta.restore()
    expect(body).toMatchObject({ code: 'template_outcome_unknown' })
    await desk.draft(draft.id).expect(200)
    const [waiting] = await shop.sql(
      'select 1 from wa_template_syncs where connection_id = ? and status = ?',
      [desk.connectionId, 'waiting'],
    )
    expect(waiting).toBeDefined()
    await desk.submit(draft.id).expect(200)
  })

  it('leaves who did what in the audit log, and not what the template says', async () => {
    const rows = await shop.sql<{ command_id: string }>(
      `select * from action_logs where command_id like 'channel_whatsapp.template%'`,
    )
    expect(rows.map(({ command_id }) => command_id)).toContain('channel_whatsapp.template.submit')
    expect(JSON.stringify(rows)).not.toContain('waits for you at the counter')
  })
})

describe('Meta’s library', () => {
  it('is browsed, and a template taken from it', async () => {
    const { admin } = shop.acme
    const query = `connectionId=${desk.connectionId}&language=en_US&topic=ORDER_MANAGEMENT`
    const { body } = await admin('get', `${API}/library?${query}`).expect(200)
    expect(body.hasMore).toBe(false)
    expect(body.items.length).toBeGreaterThan(0)
    const plain = body.items.find(({ buttons }: { buttons: object[] }) => buttons.length === 0)
    const wish = { name: 'from_library', language: 'en_US', libraryTemplateName: plain.name }
    const take = () => admin('post', `${API}/library`).send({ connectionId: desk.connectionId, ...wish })
    expect((await take().expect(201)).body.template).toMatchObject({ status: 'APPROVED' })
    const [row] = await shop.sql<{ library_template_name: string }>(
      'select library_template_name from wa_templates where name = ?',
      ['from_library'],
    )
    expect(row!.library_template_name).toBe(plain.name)
    expect((await take().expect(422)).body.fieldErrors).toHaveProperty('name')
  })
})
