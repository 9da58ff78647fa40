import { openShop, type Shop } from './support/shop.ts'

const UNCHANGED = '__om_secret_unchanged__'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

it('a connection whose credentials were replaced by unusable ones says so', async () => {
  const { acme } = shop
  await acme
    .admin('put', '/api/integrations/channel_whatsapp/credentials')
    .send({
      credentials: {
        accessToken: UNCHANGED,
        appSecret: UNCHANGED,
        webhookVerifyToken: UNCHANGED,
        phoneNumberId: 'not a number',
        businessAccountId: acme.account.wabaId,
      },
    })
    .expect(200)
  const { body } = await acme.admin('get', '/api/channel_whatsapp/connections').expect(200)
  expect(body.items[0]).toMatchObject({
    status: 'error',
    lastError: 'The credentials are missing or incomplete.',
  })
})
