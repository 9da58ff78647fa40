import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { delivery, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const switchIntegration = (isEnabled: boolean) =>
  shop.acme.admin('put', '/api/integrations/channel_whatsapp/state').send({ isEnabled }).expect(200)
const journal = () => shop.sql<{ outcome: object }>('select outcome from cc_webhook_deliveries order by id')

async function switchNumber(index: number, isEnabled: boolean): Promise<void> {
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)
  const [connection] = body.items
  const id = shop.acme.account.numbers[index]!.id
  const number = connection.numbers.find((one: { phoneNumberId: string }) => one.phoneNumberId === id)
  await shop.acme
    .admin('put', `/api/channel_whatsapp/connections/${connection.id}/numbers/${number.channelId}`)
    .send({ isEnabled })
    .expect(200)
}

describe('WhatsApp switched off in the marketplace', () => {
  it('answers its webhook with 403 and stores nothing; switched on again, it goes on', async () => {
    const { acme } = shop
    const payload = delivery(acme, [textMessage({ id: 'wamid.1' })])
    await switchIntegration(false)
    expect(await acme.deliver(payload)).toBe(403)
    expect(await journal()).toEqual([])
    await switchIntegration(true)
    expect(await acme.deliver(payload)).toBe(200)
    await shop.drain()
    expect(await journal()).toMatchObject([{ outcome: { messages: 1 } }])
  })

  it('lets nothing out', async () => {
    await receive(shop, textMessage({ id: 'wamid.1' }))
    const [conversation] = await conversationsOf(shop)
    await switchIntegration(false)
    const content = { type: 'text', text: 'Hi' }
    const { body } = await answerIn(shop, conversation.id, { content }).expect(422)
    expect(body.code).toBe('integration_disabled')
  })

  it('leaves the other tenant alone', async () => {
    await switchIntegration(false)
    expect(await shop.birch.deliver(delivery(shop.birch, [textMessage({ id: 'wamid.b' })]))).toBe(200)
  })
})

describe('one number switched off', () => {
  it('is answered with 200; what is said about it is kept without content and applied nowhere', async () => {
    const { acme } = shop
    await switchNumber(1, false)
    const [on, off] = acme.account.numbers
    const whole = delivery(acme, [textMessage({ id: 'wamid.on', text: 'for the open one' })], on!.id)
    const other = delivery(acme, [textMessage({ id: 'wamid.off', text: 'for the closed one' })], off!.id)
    whole.entry.push(...other.entry)
    expect(await acme.deliver(whole)).toBe(200)
    await shop.drain()
    expect(await journal()).toMatchObject([{ outcome: { messages: 1, disabled: 1 } }])
    expect(await shop.sql('select external_message_id as id from cc_external_messages')).toEqual([
      { id: 'wamid.on' },
    ])
  })

  it('hears who writes STOP there: it is for all numbers', async () => {
    const { acme } = shop
    await receive(shop, textMessage({ id: 'wamid.start', text: 'START' }))
    await switchNumber(1, false)
    const off = acme.account.numbers[1]!.id
    const said = (id: string, text: string) => textMessage({ id, text, at: NOW + 1 })
    const told = delivery(acme, [said('wamid.secret', 'a secret'), said('wamid.stop', 'Stop!')], off)
    expect(await acme.deliver(told)).toBe(200)
    await shop.drain()
    expect(await shop.sql('select purpose, state from cc_consents')).toEqual([
      { purpose: 'marketing', state: 'opted_out' },
    ])
    const stored = await shop.sql(`select external_message_id as id from cc_external_messages
      where direction = 'inbound' order by id`)
    expect(stored).toEqual([{ id: 'wamid.start' }, { id: 'wamid.stop' }])
  })

  it('and with it the last one answers 403', async () => {
    await switchNumber(0, false)
    await switchNumber(1, false)
    expect(await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.1' })]))).toBe(403)
    expect(await journal()).toEqual([])
  })
})

describe('connections', () => {
  it('are several, each with its numbers, templates and webhook', async () => {
    const { account } = shop.birch
    const credentials = {
      accessToken: account.accessToken,
      phoneNumberId: account.numbers[0]!.id,
      businessAccountId: account.wabaId,
      webhookVerifyToken: 'v',
      appSecret: account.appSecret,
    }
    const { body } = await shop.acme
      .admin('post', '/api/channel_whatsapp/connections')
      .send({ name: 'Second brand', ...credentials })
      .expect(201)
    expect(body.connection).toMatchObject({
      name: 'Second brand',
      isDefault: false,
      status: 'connected',
      numbers: [{ phoneNumberId: account.numbers[0]!.id, isEnabled: true }],
      templates: { approved: expect.any(Number) },
    })
    expect(JSON.stringify(body)).not.toContain(account.appSecret)

    const { body: changed } = await shop.acme
      .admin('put', `/api/channel_whatsapp/connections/${body.connection.id}`)
      .send({ name: 'Renamed', accessToken: '' })
      .expect(200)
    expect(changed.connection).toMatchObject({ name: 'Renamed', status: 'connected' })

    await shop.acme.admin('delete', `/api/channel_whatsapp/connections/${body.connection.id}`).expect(200)
    const { body: list } = await shop.acme.admin('get', '/api/channel_whatsapp/connections')
    expect(list.items).toHaveLength(1)
  })

  it('say what Meta says about credentials that do not work', async () => {
    const { body } = await shop.acme
      .admin('post', '/api/channel_whatsapp/connections')
      .send({
        name: 'Broken',
        accessToken: 'wrong',
        phoneNumberId: '999999999',
        businessAccountId: '888888888',
        webhookVerifyToken: 'v',
        appSecret: 's',
      })
      .expect(201)
    expect(body.connection).toMatchObject({
      status: 'requires_reauth',
      lastError: expect.any(String),
      numbers: [],
    })
  })

  it('refuse an incomplete form with the fields named', async () => {
    const { body } = await shop.acme
      .admin('post', '/api/channel_whatsapp/connections')
      .send({ name: 'x', phoneNumberId: 'not digits' })
      .expect(400)
    expect(Object.keys(body.fieldErrors).sort()).toEqual(
      ['accessToken', 'appSecret', 'businessAccountId', 'phoneNumberId', 'webhookVerifyToken'].sort(),
    )
  })

  it('check out healthy against Graph, and unhealthy with a token that ended', async () => {
    const health = () => shop.acme.admin('post', '/api/integrations/channel_whatsapp/health').expect(200)
    expect((await health()).body).toMatchObject({ status: 'healthy' })
    const { account } = shop.acme
    await shop.acme
      .admin('put', '/api/integrations/channel_whatsapp/credentials')
      .send({
        credentials: {
          accessToken: 'ended',
          phoneNumberId: account.numbers[0]!.id,
          businessAccountId: account.wabaId,
          webhookVerifyToken: account.verifyToken,
          appSecret: account.appSecret,
        },
      })
      .expect(200)
    expect((await health()).body).toMatchObject({ status: 'unhealthy', message: expect.any(String) })
  })
})
