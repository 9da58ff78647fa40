import { jest } from '@jest/globals'
import { agreeAtAcme } from './support/agreeing.ts'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, threadOf } from './support/inbox.ts'
import { sendDue } from './support/outbox.ts'
import { openShop, type Shop } from './support/shop.ts'

const YESTERDAY = new Date(Date.now() - 25 * 60 * 60 * 1000)

let shop: Shop
let maria: string
/** She never agreed to marketing. */
let anna: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria', YESTERDAY)
  anna = await customerWrites(shop, 'anna', YESTERDAY)
  await agreeAtAcme(shop, { conversationIds: [maria] })
  // Nobody hears of what changes at Meta: it comes out when a message leaves.
  await simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify({ dropWebhooks: true }) })
}, 60_000)
afterAll(() => shop.close())

const body = (text: string) => ({
  type: 'BODY',
  text,
  example: { body_text: [(text.match(/\{\{/g) ?? []).map(() => 'x')] },
})
const act = async (name: string, what: object) => {
  const { items } = await simulatorOf(shop, `templates?wabaId=${shop.acme.account.wabaId}`)
  const { id } = items.find(
    (one: { name: string; language: string }) => one.name === name && one.language === 'en_US',
  )
  await simulatorOf(shop, `templates/${id}/acts`, { method: 'POST', body: JSON.stringify(what) })
}
const send = async (name: string, parameters: object) => {
  const content = { type: 'template', name, language: 'en_US', parameters }
  const { body: queued } = await answerIn(shop, maria, { content }).expect(202)
  await shop.drain()
  return (await threadOf(shop, maria)).find((one: { id: string }) => one.id === queued.message.id)
}
/** What Meta is asked while something happens. */
async function asked(happens: () => Promise<unknown>): Promise<string[]> {
  const fetch = jest.spyOn(globalThis, 'fetch')
  await happens()
  const calls = fetch.mock.calls.map(
    ([url, init]) => `${init?.method ?? 'GET'} ${new URL(String(url)).pathname}`,
  )
  fetch.mockRestore()
  return calls
    .filter((call) => /(messages|message_templates)$/.test(call))
    .map((call) => call.split('/').at(-1)!)
}
const stored = async (name: string) => {
  const [row] = await shop.sql<{ status: string; components: { text?: string }[] }>(
    `select t.status, t.components from wa_templates t where t.tenant_id = ? and t.name = ? and t.language = 'en_US'
     and t.connection_id = (select id from wa_connections where business_account_id = ?)`,
    [shop.acme.tenantId, name, shop.acme.account.wabaId],
  )
  return row
}

it('what the template got that goes along by itself does not keep the message from leaving', async () => {
  // It asks for a form now, whose button goes along by itself.
  const form = {
    type: 'FLOW',
    text: 'Choose',
    flow_id: '510000000000001',
    flow_action: 'navigate',
    navigate_screen: 'TIMES',
  }
  await act('appointment_reminder', {
    act: 'components',
    components: [body('Please choose another day.'), { type: 'BUTTONS', buttons: [form] }],
  })
  const before = (await outboundAtMeta(shop)).length
  let message: unknown
  const calls = await asked(async () => {
    message = await send('appointment_reminder', {})
  })
  expect(calls).toEqual(['messages', 'message_templates', 'messages'])
  expect(message).toMatchObject({ error: null })
  expect((await outboundAtMeta(shop)).length).toBe(before + 1)
})

it('a text that takes other values is refused with what changed, and is known from then on', async () => {
  await act('order_update', {
    act: 'components',
    components: [body('Order {{1}} of {{2}} is at {{3}} now.')],
  })
  let message: unknown
  const calls = await asked(async () => {
    message = await send('order_update', { body: { '1': 'Maria', '2': '7' } })
  })
  expect(calls).toEqual(['messages', 'message_templates'])
  expect(message).toMatchObject({
    status: 'failed',
    error: { code: 'template_values_changed', providerCode: '132000' },
  })
  expect((await stored('order_update'))!.components[0]).toMatchObject({
    text: 'Order {{1}} of {{2}} is at {{3}} now.',
  })
  const content = { type: 'template', name: 'order_update', language: 'en_US' }
  await answerIn(shop, maria, {
    content: { ...content, parameters: { body: { '1': 'a', '2': 'b' } } },
  }).expect(422)
  const all = { body: { '1': '7', '2': 'Maria', '3': 'the door' } }
  expect(await send('order_update', all)).toMatchObject({ error: null })
})

it('one that Meta does not find for a moment leaves at the second attempt, and is asked about once', async () => {
  const faults = (failNextSends: number[]) =>
    simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify({ failNextSends }) })
  await faults([132001])
  let message: unknown
  const calls = await asked(async () => {
    message = await send('re_engagement', {})
  })
  expect(calls).toEqual(['messages', 'message_templates', 'messages'])
  expect(message).toMatchObject({ error: null })
  await faults([132001])
  expect(await send('re_engagement', {})).toMatchObject({ status: 'failed' })
})

it('one that is marketing now is decided about anew, and leaves to nobody who did not agree to that', async () => {
  await act('book_a_fitting', { act: 'components', components: [body('Come and see what is new.')] })
  await act('book_a_fitting', { act: 'recategorise', category: 'MARKETING' })
  const content = { type: 'template', name: 'book_a_fitting', language: 'en_US', parameters: {} }
  const { body: queued } = await answerIn(shop, anna, { content }).expect(202)
  const calls = await asked(async () => {
    await shop.drain()
    await sendDue(shop.host, 3_600_000)
  })
  expect(calls).toEqual(['messages', 'message_templates'])
  const message = (await threadOf(shop, anna)).find(({ id }: { id: string }) => id === queued.message.id)
  expect(message).toMatchObject({ status: 'failed', error: { code: 'no_consent' } })
})

it('one that was deleted is refused for that, and no more offered', async () => {
  await act('coupon_for_you', { act: 'delete' })
  const parameters = { buttons: [{ type: 'copy_code', index: 0, code: 'SAVE15' }] }
  const message = await send('coupon_for_you', parameters)
  expect(message).toMatchObject({
    status: 'failed',
    error: { code: 'template_deleted', providerCode: '132001' },
  })
  expect(await stored('coupon_for_you')).toBeUndefined()
  const content = { type: 'template', name: 'coupon_for_you', language: 'en_US', parameters }
  const { body: refusal } = await answerIn(shop, maria, { content }).expect(422)
  expect(refusal.code).toBe('template_missing')
})

it('one that was paused is known as paused at once', async () => {
  await act('call_us_back', { act: 'pause' })
  const message = await send('call_us_back', {})
  expect(message).toMatchObject({
    status: 'failed',
    error: { code: 'template_paused', providerCode: '132015' },
  })
  expect((await stored('call_us_back'))!.status).toBe('PAUSED')
})
