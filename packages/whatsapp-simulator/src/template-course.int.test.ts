import { WABA } from './testing/business.ts'
import { BODY, startTemplateAtTheKiosk } from './testing/template-at-the-kiosk.ts'

const {
  advance,
  approved,
  changeMaria,
  create,
  edit,
  events,
  graph,
  heard,
  idOf,
  read,
  sendToMaria,
  sim,
  statuses,
  until,
} = startTemplateAtTheKiosk()

const DAY = 24 * 3_600_000

test('a review ends with a reason and advice, and another one with a yes', async () => {
  const id = await create()
  const rejection = { decision: 'reject', reason: 'INVALID_FORMAT' }
  await sim(`${id}/review`, { ...rejection, explanation: 'It is too short.', recommendation: 'Write more.' })
  expect(await heard(1)).toMatchObject({
    event: 'REJECTED',
    message_template_id: Number(id),
    reason: 'INVALID_FORMAT',
    rejection_info: { reason: 'It is too short.', recommendation: 'Write more.' },
  })
  expect(await read(id, 'status,rejected_reason')).toEqual({
    id,
    status: 'REJECTED',
    rejected_reason: 'INVALID_FORMAT',
  })
  expect((await sim(`${id}/review`, rejection)).status).toBe(409)
  expect(
    (await edit(id, { components: [{ ...BODY, text: 'Your parcel waits for you.' }], category: 'MARKETING' }))
      .body,
  ).toEqual({ success: true })
  expect(await read(id, 'status,category')).toEqual({ id, status: 'PENDING', category: 'MARKETING' })
  await sim(`${id}/review`, { decision: 'approve' })
  expect(await heard(3)).toMatchObject({
    event: 'APPROVED',
    reason: 'NONE',
    message_template_category: 'MARKETING',
  })
  expect(await heard(1, 'message_template_components_update')).toMatchObject({
    message_template_element: 'Your parcel waits for you.',
  })
})

test('an approved template is edited once a day, keeps its category, and is out of use until it is approved again', async () => {
  const id = await approved()
  expect((await edit(id, { category: 'MARKETING' })).body.error.code).toBe(100)
  const components = [{ ...BODY, text: 'Your parcel waits for you.' }]
  expect((await edit(id, { name: 'at_the_kiosk', language: 'en_US', components })).status).toBe(200)
  expect((await sendToMaria('at_the_kiosk', [])).body.error.code).toBe(132001)
  expect((await edit(id, { components })).body.error.error_user_msg).toMatch(/PENDING/)
  await sim(`${id}/review`, { decision: 'approve' })
  expect((await edit(id, { components })).body.error.error_user_msg).toMatch(/24 hours/)
  advance(DAY)
  expect((await edit(id, { message_send_ttl_seconds: 600 })).status).toBe(200)
  expect(await read(id, 'message_send_ttl_seconds')).toEqual({ id, message_send_ttl_seconds: 600 })
})

test.each([
  ['nothing to change', {}],
  ['another name', { name: 'other', components: [BODY] }],
  ['a broken body', { components: [{ type: 'BODY', text: '{{1}}' }] }],
])('an edit with %s is refused', async (_case, body) => {
  const id = await approved()
  expect((await edit(id, body)).body.error).toMatchObject({ code: 100, error_user_title: expect.any(String) })
  expect((await read(id)).status).toBe('APPROVED')
})

test('a picture that a template has already needs no other upload', async () => {
  const id = await idOf('new_collection')
  const { components } = await read(id, 'components')
  expect((await edit(id, { components })).body).toEqual({ success: true })
  const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::other'] } }
  advance(DAY)
  await sim(`${id}/review`, { decision: 'approve' })
  expect((await edit(id, { components: [header, BODY] })).body.error.error_subcode).toBe(2388273)
})

test('templates are put away and taken out again, each for itself', async () => {
  const [id, waiting] = [await approved(), await create({ language: 'pl' })]
  const put = (how: string, ids: unknown) =>
    graph('POST', `${WABA}/message_templates/${how}`, { hsm_ids: ids })
  const { body } = await put('archive', [id, waiting, '1'])
  expect(body).toEqual({
    archived_templates: [id],
    failed_templates: { [waiting]: expect.stringMatching(/PENDING/), 1: expect.any(String) },
  })
  expect((await put('unarchive', id)).body).toEqual({ unarchived_templates: [id], failed_templates: {} })
  await heard(3)
  expect(events()).toEqual(['APPROVED', 'ARCHIVED', 'UNARCHIVED'])
  expect((await read(id)).status).toBe('APPROVED')
  expect(
    (
      await put(
        'archive',
        Array.from({ length: 101 }, (_, index) => index + 1),
      )
    ).body.error.code,
  ).toBe(100)
})

test('templates are deleted by name, by id, or many at once: all of them or none', async () => {
  const [en, pl] = [await approved(), await approved({ language: 'pl' })]
  const remove = (query: string) => graph('DELETE', `${WABA}/message_templates?${query}`)
  expect((await remove(`hsm_ids=["${en}","1"]`)).body.error.code).toBe(100)
  expect((await remove(`hsm_id=${pl}&name=at_the_kiosk`)).body).toEqual({ success: true })
  expect((await graph('GET', pl)).body.error.error_subcode).toBe(33)
  expect((await remove(`hsm_ids=["${en}"]`)).body).toEqual({ success: true })
  expect((await remove('name=at_the_kiosk')).body.error.error_user_title).toMatch(/not found/)
  expect((await remove('name=order_update')).body).toEqual({ success: true })
  const { body } = await graph('GET', `${WABA}/message_templates?name=order_update`)
  expect(body.data).toEqual([])
  await heard(6)
  expect(events().filter((event) => event === 'DELETED')).toHaveLength(4)
})

test('a template whose messages are on their way goes when they have arrived', async () => {
  await changeMaria({ online: false })
  await sendToMaria('appointment_reminder')
  await until(() => statuses().length === 1)
  const id = await idOf('appointment_reminder')
  await graph('DELETE', `${WABA}/message_templates?name=appointment_reminder`)
  expect((await read(id)).status).toBe('PENDING_DELETION')
  expect(await heard(1)).toMatchObject({ event: 'PENDING_DELETION', reason: null })
  await changeMaria({ online: true })
  expect(await heard(2)).toMatchObject({ event: 'DELETED' })
  expect((await graph('GET', id)).body.error.error_subcode).toBe(33)
  expect(statuses().at(-1)).toMatchObject({ status: 'delivered' })
})
