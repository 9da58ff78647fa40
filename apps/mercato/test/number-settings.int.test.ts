import { simulatorOf } from './support/customer.ts'
import { type Client, openShop, type Shop } from './support/shop.ts'

let shop: Shop
let id: string
let channelId: string
beforeAll(async () => {
  shop = await openShop()
  const { id: connectionId, numbers } = await connection()
  id = connectionId
  channelId = numbers[0].channelId
})
afterAll(() => shop.close())

const PATH = '/api/channel_whatsapp/connections'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const connection = async () => (await shop.acme.admin('get', PATH).expect(200)).body.items[0]
const number = async () => (await connection()).numbers[0]
const atNumber = (method: Parameters<Client>[0], path: string) =>
  shop.acme.admin(method, `${PATH}/${id}/numbers/${channelId}${path}`)
const act = (wish: object) => atNumber('post', '/actions').send(wish)
const atMeta = (change: object) =>
  simulatorOf(shop, `numbers/${shop.acme.account.numbers[0]!.id}`, {
    method: 'PATCH',
    body: JSON.stringify(change),
  })

describe('a number', () => {
  it('is taken off and registered again with its PIN, and is seen so', async () => {
    await act({ action: 'set_pin', pin: '246810' }).expect(200)
    await act({ action: 'deregister' }).expect(200)
    expect(await number()).toMatchObject({ isRegistered: false })

    const { body } = await act({ action: 'register', pin: '000000' }).expect(422)
    expect(body).toMatchObject({ code: 'pin_wrong', fieldErrors: { pin: expect.any(String) } })
    expect((await act({ action: 'register', pin: '12' }).expect(400)).body.fieldErrors).toHaveProperty('pin')
    await act({ action: 'register', pin: '246810' }).expect(200)
    expect(await number()).toMatchObject({ isRegistered: true, status: 'CONNECTED', isPinEnabled: true })
  })

  it('is verified by the code that Meta tells it', async () => {
    await atMeta({ codeVerificationStatus: 'NOT_VERIFIED' })
    await act({ action: 'request_code', method: 'SMS', language: 'en_US' }).expect(200)
    expect((await act({ action: 'verify_code', code: '000000' }).expect(422)).body).toMatchObject({
      code: 'verification_code_problem',
    })
    const { items } = await simulatorOf(shop, 'numbers')
    const own = items.find((one: { id: string }) => one.id === shop.acme.account.numbers[0]!.id)
    const asTyped = own.verificationCode.replace(/^(...)/, '$1-')
    await act({ action: 'verify_code', code: asTyped }).expect(200)
    expect(await number()).toMatchObject({ codeVerificationStatus: 'VERIFIED' })
  })

  it('asks for another name, which Meta reviews', async () => {
    await act({ action: 'request_display_name', name: 'Acme Tents' }).expect(200)
    expect(await number()).toMatchObject({ newNameStatus: 'PENDING_REVIEW' })
  })

  it('has a profile that customers see, and a picture, also over a line that breaks', async () => {
    const profile = { about: 'Tents and more', websites: ['https://acme.test'], vertical: 'RETAIL' }
    const { body } = await atNumber('put', '/profile').send(profile).expect(200)
    expect(body.profile).toMatchObject(profile)
    await atNumber('get', '/profile/picture').expect(404)
    const faults = { failNextMedia: { uploads: ['reset'] } }
    await simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(faults) })
    const { body: pictured } = await atNumber('put', '/profile/picture')
      .type('image/png')
      .send(PNG)
      .expect(200)
    expect(pictured.profile).toMatchObject({ ...profile, pictureUrl: expect.stringMatching(/^http/) })
    const shown = await atNumber('get', '/profile/picture').expect(200)
    expect(shown.headers['content-type']).toBe('image/png')
    expect(shown.body).toEqual(PNG)
  })

  it('refuses a profile and a picture that Meta would refuse, by the field', async () => {
    const wrong = { email: 'nobody', websites: ['ftp://acme.test'], about: '' }
    const { body } = await atNumber('put', '/profile').send(wrong).expect(400)
    expect(Object.keys(body.fieldErrors).sort()).toEqual(['about', 'email', 'websites.0'])
    const noPicture = await atNumber('put', '/profile/picture').type('image/png').send(Buffer.from('<svg/>'))
    expect(noPicture.status).toBe(422)
    expect(noPicture.body).toMatchObject({
      code: 'picture_unreadable',
      fieldErrors: { picture: expect.any(String) },
    })
  })

  it('is left alone by who may only look, and by the neighbours', async () => {
    const path = `${PATH}/${id}/numbers/${channelId}`
    await shop.acme.agent('post', `${path}/actions`).send({ action: 'deregister' }).expect(403)
    await shop.acme.agent('get', `${path}/profile`).expect(403)
    await shop.birch.admin('post', `${path}/actions`).send({ action: 'deregister' }).expect(404)
    await shop.birch.admin('get', `${path}/profile`).expect(404)
    await shop.birch.admin('get', `${PATH}/${id}/webhook`).expect(404)
  })

  it('leaves who did what in the audit log, and no PIN', async () => {
    const rows = await shop.sql<{ command_id: string }>(
      `select * from action_logs where command_id like 'channel_whatsapp.number.%'`,
    )
    expect(rows.map((row) => row.command_id)).toContain('channel_whatsapp.number.register')
    expect(JSON.stringify(rows)).not.toContain('246810')
  })
})

describe('the webhook of a connection', () => {
  const webhook = async () => (await shop.acme.admin('get', `${PATH}/${id}/webhook`).expect(200)).body.webhook
  const set = (change: object) => shop.acme.admin('put', `${PATH}/${id}/webhook`).send(change)

  it('shows where Meta delivers to, level by level', async () => {
    // The demonstration subscribed the account to an address of this test's own server.
    expect(await webhook()).toMatchObject({
      url: expect.stringContaining('/api/channel_whatsapp/webhook/'),
      app: { state: 'off', problem: null, missingFields: [] },
      account: { state: 'elsewhere', url: expect.stringContaining('127.0.0.1') },
      numbers: [{ channelId, state: 'inherited', messagesArrive: false }, { state: 'inherited' }],
    })
  })

  it('says that Meta could not confirm an address that nobody listens at', async () => {
    const { body } = await set({ level: 'account', isOn: true }).expect(422)
    expect(body).toMatchObject({ code: 'webhook_not_confirmed', detail: expect.any(String) })
  })

  it('is set for the app, the account and a number, and taken back', async () => {
    const settings = shop.host.createContainer().resolve<{ publicUrl: string }>('settings')
    const before = settings.publicUrl
    settings.publicUrl = new URL((await webhook()).account.url).origin
    try {
      await set({ level: 'app', isOn: true }).expect(200)
      await set({ level: 'account', isOn: true }).expect(200)
      const { body } = await set({ level: 'number', channelId, isOn: true }).expect(200)
      expect(body.webhook).toMatchObject({
        app: { state: 'here', missingFields: [] },
        account: { state: 'here' },
        numbers: [
          { state: 'here', messagesArrive: true },
          { state: 'inherited', messagesArrive: true },
        ],
      })
      await set({ level: 'number', channelId, isOn: false }).expect(200)
      const { body: less } = await set({ level: 'account', isOn: false }).expect(200)
      expect(less.webhook).toMatchObject({
        account: { state: 'inherited' },
        numbers: [{ state: 'inherited', messagesArrive: true }, { messagesArrive: true }],
      })
    } finally {
      settings.publicUrl = before
    }
  })
})
