import { defaultAccounts, metaJson, signWebhook } from '@open-mercato/whatsapp-simulator'
import supertest from 'supertest'
import { outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { change, delivery, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const PATH = '/api/channel_whatsapp/connections'

/** Acme connects the account that is Birch's at the simulator: a second brand with a token of its own. */
async function connectSecond(more: object = {}) {
  const { account } = shop.birch
  const { body } = await shop.acme
    .admin('post', PATH)
    .send({
      name: 'Second brand',
      accessToken: account.accessToken,
      phoneNumberId: account.numbers[0]!.id,
      businessAccountId: account.wabaId,
      webhookVerifyToken: 'second',
      appSecret: account.appSecret,
      appId: account.appId,
      ...more,
    })
    .expect(201)
  return body.connection
}

/** At Meta the customer wrote too, so an answer is allowed there. */
async function writeToSecond(connection: { webhookUrl: string }, id: string) {
  const phoneNumberId = shop.birch.account.numbers[0]!.id
  const written = { customerId: 'maria', phoneNumberId, text: 'Hello' }
  await simulatorOf(shop, 'messages', { method: 'POST', body: JSON.stringify(written) })
  const body = metaJson(delivery(shop.birch, [textMessage({ id })]))
  const response = await supertest(shop.listener)
    .post(new URL(connection.webhookUrl, 'http://x').pathname)
    .set('content-type', 'application/json')
    .set('x-hub-signature-256', signWebhook(body, shop.birch.account.appSecret))
    .send(body)
  expect(response.status).toBe(200)
  await shop.drain()
}

const connectionOf = async (id?: string) => {
  const { body } = await shop.acme.admin('get', PATH).expect(200)
  return body.items.find((one: { id: string; isDefault: boolean }) => (id ? one.id === id : one.isDefault))
}

it('a number shows what Graph says of it, and the account whose it is', async () => {
  const connection = await connectionOf()
  expect(connection).toMatchObject({
    accountName: expect.any(String),
    portfolio: { id: expect.stringMatching(/^\d+$/), name: expect.any(String) },
  })
  expect(connection.numbers[0]).toMatchObject({
    qualityRating: 'GREEN',
    messagingLimit: 'TIER_2K',
    throughput: 'STANDARD',
    status: 'CONNECTED',
    nameStatus: 'APPROVED',
    codeVerificationStatus: 'VERIFIED',
    platformType: 'CLOUD_API',
    accountMode: 'LIVE',
    isPinEnabled: true,
    isRegistered: true,
  })
})

it('the portfolio goes to the hub with every number', async () => {
  const { portfolio } = await connectionOf()
  const rows = await shop.sql<{ portfolio: string }>(
    `select portfolio_identifier as portfolio from cc_communication_channels
     where tenant_id = ? and provider_key = 'whatsapp'`,
    [shop.acme.tenantId],
  )
  expect(rows.map((row) => row.portfolio)).toEqual(rows.map(() => portfolio.id))
})

it('an answer leaves from the number that was written to, with the token of its own connection', async () => {
  const second = await connectSecond()
  await writeToSecond(second, 'wamid.second')
  await receive(shop, textMessage({ id: 'wamid.first', text: 'To the first' }))
  const conversations = await conversationsOf(shop)
  const numbers = shop.birch.account.numbers.map(({ displayPhoneNumber }) => displayPhoneNumber)
  const conversation = conversations.find((one: { channel: { address: string } }) =>
    numbers.includes(one.channel.address),
  )
  await answerIn(shop, conversation.id, { content: { type: 'text', text: 'From the second' } }).expect(202)
  await shop.drain()
  const sent = await outboundAtMeta(shop)
  expect(sent.map(({ phoneNumberId }) => phoneNumberId)).toEqual([shop.birch.account.numbers[0]!.id])
})

describe('two accounts of one app, which has one callback', () => {
  const rentals = defaultAccounts.find(({ wabaName }) => wabaName === 'Acme Rentals')!
  const deliverBoth = () => {
    const own = delivery(shop.acme, [textMessage({ id: 'wamid.own', text: 'To the shop' })])
    const theirs = delivery({ account: rentals }, [textMessage({ id: 'wamid.rental', text: 'To rentals' })])
    own.entry.push(...theirs.entry)
    return shop.acme.deliver(own)
  }
  beforeEach(async () => {
    await connectSecond({
      name: 'Rentals',
      accessToken: rentals.accessToken,
      appSecret: rentals.appSecret,
      businessAccountId: rentals.wabaId,
      phoneNumberId: rentals.numbers[0]!.id,
    })
  })

  it('each get what is said to their numbers', async () => {
    expect(await deliverBoth()).toBe(200)
    await shop.drain()
    const items = await conversationsOf(shop)
    const addresses = items.map(({ channel }: { channel: { address: string } }) => channel.address)
    expect(addresses.sort()).toEqual(
      [rentals.numbers[0]!.displayPhoneNumber, shop.acme.account.numbers[0]!.displayPhoneNumber].sort(),
    )
    const outcomes = await shop.sql<{ outcome: object }>('select outcome from cc_webhook_deliveries')
    expect(outcomes).toMatchObject([
      { outcome: { messages: 1, foreign: 0 } },
      { outcome: { messages: 1, foreign: 0 } },
    ])
  })

  it('and one that is switched off costs the other nothing', async () => {
    const { id, numbers } = await connectionOf()
    for (const { channelId } of numbers) {
      await shop.acme
        .admin('put', `${PATH}/${id}/numbers/${channelId}`)
        .send({ isEnabled: false })
        .expect(200)
    }
    expect(await deliverBoth()).toBe(200)
    await shop.drain()
    const kept = await shop.sql('select external_message_id as id from cc_external_messages')
    expect(kept).toEqual([{ id: 'wamid.rental' }])
    expect(await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.off' })]))).toBe(403)
  })
})

it('a number that is connected anew is the channel that it was, and its conversations go on', async () => {
  const before = await connectSecond()
  await writeToSecond(before, 'wamid.1')
  const [conversation] = await conversationsOf(shop)
  await shop.acme.admin('delete', `${PATH}/${before.id}`).expect(200)

  const after = await connectSecond({ name: 'Again' })
  expect(after.numbers).toMatchObject([{ channelId: before.numbers[0].channelId, isEnabled: true }])
  await writeToSecond(after, 'wamid.2')
  expect(await conversationsOf(shop)).toMatchObject([{ id: conversation.id }])
  await answerIn(shop, conversation.id, { content: { type: 'text', text: 'Welcome back' } }).expect(202)
  await shop.drain()
  expect(await outboundAtMeta(shop)).toHaveLength(1)
})

it('what a webhook tells after Graph was asked stays, and what it told before gives way', async () => {
  const { id, numbers } = await connectionOf()
  const { displayPhoneNumber } = numbers[0]
  const limitTold = async (limit: string, at: number) => {
    const value = {
      display_phone_number: displayPhoneNumber.replace(/\D/g, ''),
      event: 'ONBOARDING',
      max_daily_conversations_per_business: limit,
    }
    const payload = delivery(shop.acme, [change('phone_number_quality_update', value)])
    for (const entry of payload.entry as { time?: number }[]) entry.time = at
    expect(await shop.acme.deliver(payload)).toBe(200)
    await shop.drain()
  }
  const limit = async () => (await connectionOf(id)).numbers[0].messagingLimit
  const now = Math.ceil(Date.now() / 1000)

  await limitTold('TIER_250', now - 3600)
  expect(await limit()).toBe('TIER_2K')
  await limitTold('TIER_100K', now + 60)
  expect(await limit()).toBe('TIER_100K')
  await shop.acme.admin('post', `${PATH}/${id}/refresh`).expect(200)
  expect(await limit()).toBe('TIER_100K')
})

it('a check that finds all well takes back that a new token is needed, and one that does not says so', async () => {
  const { id } = await connectionOf()
  const health = async () =>
    (await shop.acme.admin('post', '/api/integrations/channel_whatsapp/health').expect(200)).body
  const state = async () =>
    (await shop.acme.admin('get', '/api/integrations/channel_whatsapp').expect(200)).body.state
  await shop.sql(`update wa_connections set status = 'requires_reauth' where id = ?`, [id])
  expect(await health()).toMatchObject({ status: 'healthy', details: { sentence: { code: 'all_well' } } })
  expect(await connectionOf(id)).toMatchObject({ status: 'connected', lastError: null })
  expect(await state()).toMatchObject({ reauthRequired: false })

  const phoneNumberId = shop.acme.account.numbers[1]!.id
  await simulatorOf(shop, `numbers/${phoneNumberId}`, {
    method: 'PATCH',
    body: JSON.stringify({ isRegistered: false }),
  })
  expect(await health()).toMatchObject({
    status: 'degraded',
    details: { sentence: { code: 'not_registered', numbers: expect.stringContaining('+48') } },
  })
})
