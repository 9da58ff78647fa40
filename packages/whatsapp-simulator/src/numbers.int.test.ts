import { NUMBER, WABA } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { changes, mariaWrites, request, switchOn, textMaria, until } = startChatWithMaria()

const change = (state: Record<string, unknown>) => request('PATCH', `/sim/numbers/${NUMBER}`, state)

test('what was changed of a number is what Graph answers', async () => {
  await change({
    qualityRating: 'YELLOW',
    throughput: 'HIGH',
    messagingLimit: 'TIER_10K',
    nameStatus: 'DECLINED',
  })
  const fields =
    'quality_rating,throughput,status,whatsapp_business_manager_messaging_limit,platform_type,name_status,code_verification_status'
  const node = {
    id: NUMBER,
    quality_rating: 'YELLOW',
    throughput: { level: 'HIGH' },
    status: 'CONNECTED',
    whatsapp_business_manager_messaging_limit: 'TIER_10K',
    platform_type: 'CLOUD_API',
    name_status: 'DECLINED',
    code_verification_status: 'VERIFIED',
  }
  expect((await request('GET', `/v26.0/${NUMBER}?fields=${fields}`)).body).toEqual(node)
  const list = await request('GET', `/v26.0/${WABA}/phone_numbers?fields=${fields}`)
  expect(list.body.data[0]).toEqual(node)
  expect(list.body.data[1].quality_rating).toBe('GREEN')
})

test.each([
  ['not registered', { isRegistered: false }, 400, 133010],
  ['in maintenance', { isInMaintenance: true }, 500, 131057],
])('a number that is %s sends nothing, until it is again', async (_case, state, status, code) => {
  await mariaWrites()
  await change(state)
  expect(await textMaria()).toMatchObject({ status, body: { error: { code } } })
  await change({ isRegistered: true, isInMaintenance: false })
  expect((await textMaria()).status).toBe(200)
})

test.each([
  [{ qualityRating: 'RED' }, 'phone_number_quality_update', { event: 'FLAGGED' }],
  [{ throughput: 'HIGH' }, 'phone_number_quality_update', { event: 'THROUGHPUT_UPGRADE' }],
  [
    { messagingLimit: 'TIER_250' },
    'phone_number_quality_update',
    { event: 'DOWNGRADE', old_limit: 'TIER_2K', max_daily_conversations_per_business: 'TIER_250' },
  ],
  [
    { messagingLimit: 'TIER_UNLIMITED' },
    'business_capability_update',
    { max_daily_conversations_per_business: -1 },
  ],
  [
    { nameStatus: 'DECLINED' },
    'phone_number_name_update',
    { decision: 'REJECTED', requested_verified_name: 'Acme Outdoor' },
  ],
])('the business is told of %p', async (state, field, value) => {
  await change(state)
  await until(() => changes().some((told) => told.field === field))
  const told = changes().find((one) => one.field === field)
  expect(told).toEqual({ field, value: expect.objectContaining(value), time: expect.any(Number) })
})

test('an unknown number and an unknown quality are refused', async () => {
  expect((await request('PATCH', '/sim/numbers/1', {})).status).toBe(404)
  expect((await change({ qualityRating: 'BLUE' })).body.fieldErrors).toHaveProperty('qualityRating')
  expect((await change({ colour: 'blue' })).status).toBe(400)
})

test('sends fail by chance, and with the same seed in the same places', async () => {
  await mariaWrites()
  const tenSends = async () => {
    const failByChance = { seed: 11, chances: [{ code: 131016, share: 0.5 }] }
    await switchOn({ failByChance })
    const codes: number[] = []
    for (let sent = 0; sent < 10; sent += 1) {
      const { body } = await textMaria()
      codes.push(body.error?.code ?? 0)
    }
    return codes
  }
  const first = await tenSends()
  expect(new Set(first)).toEqual(new Set([0, 131016]))
  expect(await tenSends()).toEqual(first)
})
