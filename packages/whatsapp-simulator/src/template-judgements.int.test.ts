import { WABA } from './testing/business.ts'
import { BODY, startTemplateAtTheKiosk } from './testing/template-at-the-kiosk.ts'

const {
  act,
  advance,
  approved,
  create,
  events,
  graph,
  heard,
  idOf,
  read,
  request,
  sendToMaria,
  told,
  until,
} = startTemplateAtTheKiosk()

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('low quality pauses for three hours, then for six, and then for good', async () => {
  const id = await approved()
  for (const [hours, title] of [
    [3, 'FIRST_PAUSE'],
    [6, 'SECOND_PAUSE'],
  ] as const) {
    await act(id, 'pause')
    expect((await read(id)).status).toBe('PAUSED')
    advance(hours * HOUR - 60_000)
    expect((await read(id)).status).toBe('PAUSED')
    advance(60_000)
    expect((await read(id)).status).toBe('APPROVED')
    await until(() => told().some((value) => (value.other_info as { title?: string })?.title === title))
  }
  await act(id, 'pause')
  await heard(6)
  expect(
    told().map(({ event, other_info }) => [event, (other_info as { title: string } | undefined)?.title]),
  ).toEqual([
    ['APPROVED', undefined],
    ['PAUSED', 'FIRST_PAUSE'],
    ['APPROVED', 'UNPAUSE'],
    ['PAUSED', 'SECOND_PAUSE'],
    ['APPROVED', 'UNPAUSE'],
    ['DISABLED', 'DISABLED'],
  ])
  expect(
    (await graph('DELETE', `${WABA}/message_templates?name=at_the_kiosk`)).body.error.error_user_msg,
  ).toMatch(/DISABLED/)
  expect((await act(id, 'pause')).status).toBe(409)
  await act(id, 'reinstate')
  expect(await heard(7)).toMatchObject({ event: 'REINSTATED' })
})

test('a pause can be ended by hand and by Graph, and then nothing ends later', async () => {
  const id = await approved()
  expect((await graph('POST', `${id}/unpause`)).body.error.code).toBe(100)
  await act(id, 'pause')
  expect((await graph('POST', `${id}/unpause`)).body).toEqual({ success: true })
  await act(id, 'disable')
  advance(3 * HOUR)
  expect((await read(id)).status).toBe('DISABLED')
})

test('another category is announced a day before, or is there at once', async () => {
  const id = await approved()
  await act(id, 'recategorise', { category: 'MARKETING', impending: true })
  expect(await heard(1, 'template_category_update')).toEqual({
    message_template_id: Number(id),
    message_template_name: 'at_the_kiosk',
    message_template_language: 'en_US',
    new_category: 'UTILITY',
    correct_category: 'MARKETING',
    category_update_timestamp: expect.any(Number),
  })
  expect(await read(id, 'category,correct_category')).toEqual({
    id,
    category: 'UTILITY',
    correct_category: 'MARKETING',
  })
  advance(DAY)
  expect(await heard(2, 'template_category_update')).toMatchObject({
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  })
  expect(await read(id, 'category,previous_category,correct_category')).toEqual({
    id,
    category: 'MARKETING',
    previous_category: 'UTILITY',
  })
  await act(id, 'recategorise', { category: 'UTILITY' })
  expect(await heard(3, 'template_category_update')).toMatchObject({
    previous_category: 'MARKETING',
    new_category: 'UTILITY',
  })
  await act(id, 'detect_category', { category: 'MARKETING' })
  expect(await heard(1, 'template_correct_category_detection')).toMatchObject({
    category: 'UTILITY',
    correct_category: 'MARKETING',
  })
})

test('quality and components change without a review', async () => {
  const id = await approved()
  await act(id, 'quality', { score: 'RED' })
  expect(await heard(1, 'message_template_quality_update')).toEqual({
    previous_quality_score: 'UNKNOWN',
    new_quality_score: 'RED',
    message_template_id: Number(id),
    message_template_name: 'at_the_kiosk',
    message_template_language: 'en_US',
  })
  expect((await read(id, 'quality_score')).quality_score).toEqual({ score: 'RED', date: expect.any(Number) })
  const red = await graph('GET', `${WABA}/message_templates?quality_score=RED`)
  expect(red.body.data).toMatchObject([{ id }])
  const header = { type: 'HEADER', format: 'TEXT', text: 'Your parcel' }
  const buttons = [
    { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+48221234501' },
    { type: 'URL', text: 'See it', url: 'https://example.com/' },
  ]
  const footer = { type: 'FOOTER', text: 'Acme' }
  await act(id, 'components', { components: [header, BODY, footer, { type: 'BUTTONS', buttons }] })
  expect(await heard(1, 'message_template_components_update')).toMatchObject({
    message_template_title: 'Your parcel',
    message_template_element: BODY.text,
    message_template_footer: 'Acme',
    message_template_buttons: [
      {
        message_template_button_type: 'PHONE_NUMBER',
        message_template_button_text: 'Call us',
        message_template_button_phone_number: '+48221234501',
      },
      {
        message_template_button_type: 'URL',
        message_template_button_text: 'See it',
        message_template_button_url: 'https://example.com/',
      },
    ],
  })
  expect((await read(id)).status).toBe('APPROVED')
})

test('reviewed by rule, a template gets its verdict after a while', async () => {
  const review = { mode: 'by_rule', delayMs: 60_000 }
  expect((await request('GET', '/sim/review')).body.mode).toBe('by_hand')
  expect((await request('PUT', '/sim/review', review)).body).toEqual(review)
  const good = await create()
  const bad = await create({
    name: 'a_sale',
    components: [{ ...BODY, text: 'A sale with a discount for you.' }],
  })
  const other = await create({
    name: 'a_discount',
    components: [{ ...BODY, text: 'Your discount has been noted.' }],
  })
  expect((await read(good)).status).toBe('PENDING')
  advance(60_000)
  expect((await read(good)).status).toBe('APPROVED')
  expect(await read(bad, 'status,rejected_reason')).toMatchObject({
    status: 'REJECTED',
    rejected_reason: 'INCORRECT_CATEGORY',
  })
  expect(await read(other, 'status,category,previous_category')).toMatchObject({
    category: 'MARKETING',
    previous_category: 'UTILITY',
  })
  await heard(3)
  await heard(1, 'template_category_update')
})

test('warnings are told without another status, and acts on nothing are refused', async () => {
  const id = await approved()
  await act(id, 'flag')
  await act(id, 'lock')
  await heard(3)
  expect(events()).toEqual(['APPROVED', 'FLAGGED', 'LOCKED'])
  expect((await act(id, 'dance')).status).toBe(400)
  expect((await act('1', 'pause')).status).toBe(404)
  expect((await act(id, 'recategorise', { category: 'UTILITY' })).status).toBe(409)
  expect((await act(id, 'delete')).body).toEqual({ template: null })
})

test('templates are compared by what was sent of them', async () => {
  const [id, other] = [await idOf('appointment_reminder'), await approved()]
  await act(id, 'quality', { score: 'RED' })
  await sendToMaria('appointment_reminder')
  const now = Math.floor(Date.now() / 1000)
  const { body } = await graph(
    'GET',
    `${id}/compare?template_ids=["${other}"]&start=${now - 60}&end=${now + 60}`,
  )
  expect(body.data).toMatchObject([
    { metric: 'BLOCK_RATE', order_by_relative_metric: [other, id] },
    {
      metric: 'MESSAGE_SENDS',
      number_values: [
        { key: id, value: 1 },
        { key: other, value: 0 },
      ],
    },
    { metric: 'TOP_BLOCK_REASON' },
  ])
})

test('the simulator’s own list tells all that its page shows', async () => {
  const id = await approved()
  await act(id, 'pause')
  const { body } = await request('GET', `/sim/templates?wabaId=${WABA}`)
  expect(body.items.find((item: { id: string }) => item.id === id)).toEqual({
    id,
    wabaId: WABA,
    name: 'at_the_kiosk',
    language: 'en_US',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    status: 'PAUSED',
    messageStatus: 'accepted',
    quality: 'UNKNOWN',
    rejectedReason: null,
    components: [BODY],
    correctCategory: null,
    categoryChangesAt: null,
    pauses: 1,
    pausedUntil: expect.stringMatching(/Z$/),
    reviewDueAt: null,
    createdAt: expect.stringMatching(/Z$/),
    library: null,
    ttlSeconds: null,
  })
})
