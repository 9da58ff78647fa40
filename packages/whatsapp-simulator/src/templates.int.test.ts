import { NUMBER, WABA } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'
import { templateSend } from './testing/template-sends.ts'

const { changes, request, send, statuses, until } = startChatWithMaria()

const FIELD = 'message_template_status_update'

async function idOf(name: string): Promise<string> {
  const { body } = await request('GET', '/sim/templates')
  const found = (one: { wabaId: string; name: string; language: string }) =>
    one.wabaId === WABA && one.name === name && one.language === 'en_US'
  return body.items.find(found).id
}

const change = async (state: Record<string, unknown>, name = 'appointment_reminder') =>
  request('PATCH', `/sim/templates/${await idOf(name)}`, state)

const remind = () =>
  send({ messaging_product: 'whatsapp', to: '+48601234567', ...templateSend('appointment_reminder') })

test.each([
  ['PAUSED', 132015],
  ['DISABLED', 132016],
  ['REJECTED', 132001],
  ['PENDING', 132001],
  ['ARCHIVED', 132001],
])(
  'a template that is %s is listed as such and answered with %d, until it is approved again',
  async (status, code) => {
    await change({ status })
    const listed = await request(
      'GET',
      `/v26.0/${WABA}/message_templates?status=${status}&name=appointment_reminder`,
    )
    expect(listed.body.data).toMatchObject([{ name: 'appointment_reminder', status }])
    expect((await remind()).body.error.code).toBe(code)
    await change({ status: 'APPROVED' })
    expect((await remind()).status).toBe(200)
  },
)

test.each([
  [
    ['PAUSED'],
    { event: 'PAUSED', reason: 'NONE', other_info: expect.objectContaining({ title: 'FIRST_PAUSE' }) },
  ],
  [['PAUSED', 'APPROVED'], { event: 'APPROVED', other_info: expect.objectContaining({ title: 'UNPAUSE' }) }],
  [['DISABLED'], { event: 'DISABLED', disable_info: { disable_date: expect.stringMatching(/^\d{10}$/) } }],
  [['DISABLED', 'APPROVED'], { event: 'REINSTATED' }],
  [['REJECTED'], { event: 'REJECTED', reason: 'INVALID_FORMAT', rejection_info: expect.anything() }],
  [['ARCHIVED', 'APPROVED'], { event: 'UNARCHIVED' }],
  [['PENDING_DELETION'], { event: 'PENDING_DELETION', reason: null }],
])('of a template that becomes %p the business is told %p', async (path, value) => {
  for (const status of path) await change({ status })
  const told = () => changes().filter((one) => one.field === FIELD)
  await until(() => told().length === path.length)
  expect(told().at(-1)).toEqual({
    field: FIELD,
    value: expect.objectContaining({
      message_template_id: Number(await idOf('appointment_reminder')),
      message_template_name: 'appointment_reminder',
      message_template_language: 'en_US',
      message_template_category: 'UTILITY',
      ...value,
    }),
    time: expect.any(Number),
  })
})

test.each(['held_for_quality_assessment', 'paused'])(
  '%s: a send is accepted and held until it is let go',
  async (messageStatus) => {
    await change({ messageStatus })
    const { body } = await remind()
    expect(body.messages[0]).toEqual({ id: expect.stringMatching(/^wamid\./), message_status: messageStatus })
    await request('POST', `/sim/messages/${encodeURIComponent(body.messages[0].id)}/read`)
    const listed = await request('GET', '/sim/messages?direction=outbound')
    expect(listed.body.items).toMatchObject([{ status: 'accepted', held: messageStatus }])
    await change({ messageStatus: 'accepted' })
    await until(() => statuses().length === 2)
    expect(statuses().map((status) => status.status)).toEqual(['sent', 'delivered'])
    expect((await remind()).body.messages[0].message_status).toBe('accepted')
  },
)

test('what was held for a template that turns out to be a bad one fails', async () => {
  await change({ messageStatus: 'held_for_quality_assessment' })
  await remind()
  await change({ status: 'PAUSED' })
  await until(() => statuses().length === 1)
  expect(statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 132015 }] })
})

test('an unknown template and an unknown status are refused', async () => {
  expect((await request('PATCH', `/sim/templates/${NUMBER}`, {})).status).toBe(404)
  expect((await change({ status: 'LOST' })).body.fieldErrors).toHaveProperty('status')
  expect((await change({ colour: 'blue' })).status).toBe(400)
})
