import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationOf, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// What Meta tells of an account or a number by webhook, and what leaves from it then.

let shop: Shop
/** In seconds; Meta's later word about an account counts. */
let time = NOW
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

async function tell(value: object): Promise<void> {
  time = Math.max(time + 1, Math.ceil(Date.now() / 1000))
  const changes = [{ field: 'account_update', value }]
  const entry = [{ id: shop.acme.account.wabaId, time, changes }]
  expect(await shop.acme.deliver({ object: 'whatsapp_business_account', entry })).toBe(200)
  await shop.drain()
}

/** Of somebody who wrote a moment ago, and of somebody who wrote yesterday. */
async function policies() {
  await receive(
    shop,
    textMessage({ id: 'now', at: NOW }),
    textMessage({ id: 'then', at: NOW - 90_000, from: '4915123456789', userId: 'DE.100000000000004' }),
  )
  const [answered, late] = await conversationsOf(shop)
  const of = async (id: string) => (await conversationOf(shop, id)).policy
  return { conversationId: late.id as string, answer: await of(answered.id), late: await of(late.id) }
}

/** Without an end where none is given. */
const restriction = (expiresInSeconds?: number) => ({
  event: 'ACCOUNT_RESTRICTION',
  restriction_info: [
    {
      restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
      ...(expiresInSeconds && { expiration: Math.floor(Date.now() / 1000) + expiresInSeconds }),
    },
  ],
})
const ban = (state: string) => ({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } })
const template = {
  content: {
    type: 'template',
    name: 'order_update',
    language: 'en_US',
    parameters: { body: { '1': 'Anna', '2': 'A-7' } },
  },
}

it('an account that may begin no conversations still answers', async () => {
  await tell(restriction())
  const { answer, late, conversationId } = await policies()
  expect(answer.freeForm.outcome).toBe('allow')
  expect(late.utility.reasons).toContainEqual(expect.objectContaining({ code: 'sender_restricted' }))
  const { body } = await answerIn(shop, conversationId, template).expect(422)
  expect(body).toMatchObject({ code: 'sender_restricted', error: expect.any(String) })
  await tell(restriction(-60))
  await answerIn(shop, conversationId, template).expect(202)
})

describe('where Meta says until when an account may begin no conversations', () => {
  const inHours = (hours: number) => drainHub(shop.host, () => new Date(Date.now() + hours * 3_600_000))
  const templates = async () =>
    (await outboundAtMeta(shop)).filter(({ content }) => JSON.stringify(content).includes('order_update'))
  /** Queued, and not left. */
  async function queued() {
    await tell(restriction(2 * 3600))
    const { conversationId } = await policies()
    const { body } = await answerIn(shop, conversationId, template).expect(202)
    await shop.drain()
    const find = async () =>
      (await threadOf(shop, conversationId)).find(({ id }: { id: string }) => id === body.message.id)
    return { conversationId, find, before: (await templates()).length }
  }

  it('what would begin one waits until then, and is asked about again', async () => {
    const { find, before } = await queued()
    const waiting = { code: 'sender_health', until: expect.any(String) }
    expect(await find()).toMatchObject({ status: 'queued', error: null, waiting, canCancel: true })
    const path = `/api/communication_channels/messages/${(await find()).id}/explanation`
    const { body } = await shop.acme.agent('get', path).expect(200)
    expect(body.now).toMatchObject({ outcome: 'wait', code: 'sender_restricted_until' })
    expect(body.attempts).toEqual([])
    await inHours(1.5)
    expect(await templates()).toHaveLength(before)
    await inHours(3)
    expect(await templates()).toHaveLength(before + 1)
  })

  it('it leaves earlier where Meta takes that back', async () => {
    const { before } = await queued()
    await tell(restriction(-60))
    await inHours(1.1)
    expect(await templates()).toHaveLength(before + 1)
  })

  it('an answer does not wait behind it', async () => {
    const { conversationId, find } = await queued()
    await receive(
      shop,
      textMessage({ id: 'again', at: NOW, from: '4915123456789', userId: 'DE.100000000000004' }),
    )
    const { body } = await answerIn(shop, conversationId, { content: { type: 'text', text: 'Yes' } }).expect(
      202,
    )
    await shop.drain()
    const thread = await threadOf(shop, conversationId)
    expect(thread.find(({ id }: { id: string }) => id === body.message.id).status).not.toBe('queued')
    expect((await find()).status).toBe('queued')
  })

  it('one that restricts for good has a message of before fail, and says why', async () => {
    await tell(restriction(-60))
    const { conversationId } = await policies()
    const { body } = await answerIn(shop, conversationId, template).expect(202)
    await tell(restriction())
    const [failed] = (await threadOf(shop, conversationId)).filter(
      ({ id }: { id: string }) => id === body.message.id,
    )
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'sender_restricted' } })
    await tell(restriction(-60))
  })
})

it('from a banned account nothing leaves, until Meta takes it back', async () => {
  await tell(ban('DISABLE'))
  const { answer } = await policies()
  expect(answer.freeForm).toMatchObject({ outcome: 'refuse', code: 'sender_blocked' })
  await tell(ban('REINSTATE'))
  expect((await policies()).answer.freeForm.outcome).toBe('allow')
})

it('from an account that the partner lost nothing leaves, until Graph answers for its numbers again', async () => {
  await tell({ event: 'PARTNER_REMOVED' })
  expect((await policies()).answer.freeForm.code).toBe('sender_blocked')
  const [row] = await shop.sql<{ id: string }>('select id from wa_connections where tenant_id = ?', [
    shop.acme.tenantId,
  ])
  // Read after the report, which came with whole seconds and may be a little ahead here.
  await shop.sql(
    `update wa_connections set reported = jsonb_set(reported, '{link,at}', to_jsonb(now() - interval '1 minute'))`,
  )
  await shop.acme.admin('post', `/api/channel_whatsapp/connections/${row!.id}/refresh`).expect(200)
  expect((await policies()).answer.freeForm.outcome).toBe('allow')
})
