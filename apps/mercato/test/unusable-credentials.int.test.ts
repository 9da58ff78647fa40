import { openShop, type Shop } from './support/shop.ts'

const UNCHANGED = '__om_secret_unchanged__'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const saveForm = (more: object) =>
  shop.acme.admin('put', '/api/integrations/channel_whatsapp/credentials').send({
    credentials: {
      accessToken: UNCHANGED,
      appSecret: UNCHANGED,
      webhookVerifyToken: UNCHANGED,
      phoneNumberId: shop.acme.account.numbers[0]!.id,
      businessAccountId: shop.acme.account.wabaId,
      ...more,
    },
  })
const connections = async () =>
  (await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)).body.items

interface Credentials {
  save(id: string, values: object, scope: object): Promise<void>
}
interface Events {
  emit(event: string, payload: object): Promise<void>
}

async function scopeOfAcme() {
  const { tenantId } = shop.acme
  const [row] = await shop.sql<{ id: string }>('select id from organizations where tenant_id = ?', [tenantId])
  return { tenantId, organizationId: row!.id }
}

it.each([
  ['phoneNumberId', '+48 22 123 45 01'],
  ['businessAccountId', 'acme'],
  ['appId', 'x'],
  ['accessToken', 'two words'],
])(
  'the marketplace form refuses a malformed %s by its field, and keeps nothing of it',
  async (field, value) => {
    const { body } = await saveForm({ [field]: value }).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual([field])
    expect((await connections())[0]).toMatchObject({ status: 'connected' })
  },
)

it('an account that another connection has is refused with the name of that connection', async () => {
  const { account } = shop.birch
  const form = {
    accessToken: account.accessToken,
    phoneNumberId: account.numbers[0]!.id,
    businessAccountId: account.wabaId,
    webhookVerifyToken: 'v',
    appSecret: account.appSecret,
  }
  const add = (name: string) =>
    shop.acme.admin('post', '/api/channel_whatsapp/connections').send({ name, ...form })
  await add('Second brand').expect(201)
  expect((await add('Once more').expect(409)).body).toMatchObject({ code: 'account_connected' })
  const { body } = await saveForm({ businessAccountId: account.wabaId }).expect(409)
  expect(body.fieldErrors.businessAccountId).toContain('Second brand')
})

it('credentials of an account that another connection has, saved past the form, are said on the connection', async () => {
  const { account } = shop.birch
  const scope = await scopeOfAcme()
  const container = shop.host.createContainer()
  const theirs = {
    accessToken: account.accessToken,
    phoneNumberId: account.numbers[0]!.id,
    businessAccountId: account.wabaId,
    webhookVerifyToken: 'v',
    appSecret: account.appSecret,
  }
  await container
    .resolve<Credentials>('integrationCredentialsService')
    .save('channel_whatsapp', theirs, scope)
  const event = { ...scope, integrationId: 'channel_whatsapp' }
  await container.resolve<Events>('eventBus').emit('integrations.credentials.updated', event)
  const own = (await connections()).find(({ isDefault }: { isDefault: boolean }) => isDefault)
  expect(own).toMatchObject({
    status: 'error',
    lastError: 'This WhatsApp Business Account is connected already.',
    businessAccountId: shop.acme.account.wabaId,
  })
})

it('a connection whose stored credentials cannot be used says so', async () => {
  const credentials = shop.host.createContainer().resolve<Credentials>('integrationCredentialsService')
  await credentials.save('channel_whatsapp', { accessToken: 'alone' }, await scopeOfAcme())
  const [{ id }] = await connections()
  await shop.acme.admin('post', `/api/channel_whatsapp/connections/${id}/refresh`).expect(200)
  expect((await connections())[0]).toMatchObject({
    status: 'error',
    lastError: 'The credentials are missing or incomplete.',
  })
})
