import { eventsOf, receive } from './support/inbox.ts'
import { change, MARIA, NOW } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

it('a template that Meta pauses is paused here and in the timeline of the connection, once', async () => {
  const { acme, birch } = shop
  const [template] = await shop.sql<{ external_id: string; name: string; connection_id: string }>(
    `select external_id, name, connection_id from wa_templates
     where status = 'APPROVED' and tenant_id = ? and name = 'order_update' and language = 'en_US'`,
    [acme.tenantId],
  )
  const value = {
    event: 'PAUSED',
    message_template_id: Number(template!.external_id),
    message_template_name: template!.name,
    message_template_language: 'en_US',
    reason: 'NONE',
  }
  const changes = [{ field: 'message_template_status_update', value }]
  // After the templates were last read from Graph: what is older than that reading is in it already.
  const time = Math.ceil(Date.now() / 1000)
  const entry = [{ id: acme.account.wabaId, time, changes }]
  for (let times = 0; times < 2; times++) {
    expect(await acme.deliver({ object: 'whatsapp_business_account', entry })).toBe(200)
    await shop.drain()
  }

  const [row] = await shop.sql('select status from wa_templates where external_id = ? and tenant_id = ?', [
    template!.external_id,
    acme.tenantId,
  ])
  expect(row).toEqual({ status: 'PAUSED' })
  const path = `/api/channel_whatsapp/connections/${template!.connection_id}/timeline`
  const { body } = await acme.admin('get', path).expect(200)
  expect(body.items).toHaveLength(1)
  expect(body.items[0]).toMatchObject({
    severity: expect.any(String),
    subject: expect.stringContaining('order_update'),
  })
  const outcomes = await shop.sql(`select outcome ->> 'accountEvents' as events from cc_webhook_deliveries`)
  expect(outcomes).toEqual([{ events: '1' }, { events: '1' }])
  await birch.admin('get', path).expect(404)
})

it('an error without a time is reported once however often it is delivered, and again days later', async () => {
  const { acme } = shop
  const errors = change('messages', { errors: [{ code: 130429, title: 'Rate limit hit' }] })
  const beside = (id: string) =>
    change('calls', {
      calls: [{ ...MARIA, id, event: 'connect', timestamp: String(NOW), direction: 'USER_INITIATED' }],
      errors: [{ code: 138000, title: 'Call failed' }],
    })
  const reported = async (code: number) => {
    const [connection] = await shop.sql<{ id: string }>('select id from wa_connections where tenant_id = ?', [
      acme.tenantId,
    ])
    const path = `/api/channel_whatsapp/connections/${connection!.id}/timeline`
    const { body } = await acme.admin('get', path).expect(200)
    return body.items.filter(({ detail }: { detail: { code?: number } }) => detail.code === code).length
  }
  await receive(shop, errors)
  await receive(shop, errors, errors)
  expect(await reported(130429)).toBe(1)
  await shop.sql(`update wa_account_events set occurred_at = occurred_at - interval '3 days'`)
  await receive(shop, errors)
  expect(await reported(130429)).toBe(2)
  for (const id of ['wacid.1', 'wacid.2', 'wacid.2']) await receive(shop, beside(id))
  expect(await reported(138000)).toBe(2)
})

it('news of the account is told to whoever looks at its connection', async () => {
  const restriction = { event: 'ACCOUNT_RESTRICTION', restriction_info: [] }
  const [connection] = await shop.sql<{ id: string }>('select id from wa_connections where tenant_id = ?', [
    shop.acme.tenantId,
  ])
  expect(await eventsOf(shop, change('account_update', restriction))).toMatchObject([
    { event: 'communication_channels.account.reported', payload: { connectionId: connection!.id } },
  ])
})
