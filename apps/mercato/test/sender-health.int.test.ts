import { answerIn, conversationOf, conversationsOf, emptyInbox, receive } from './support/inbox.ts'
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

const restriction = (expiresInSeconds: number) => ({
  event: 'ACCOUNT_RESTRICTION',
  restriction_info: [
    {
      restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
      expiration: Math.floor(Date.now() / 1000) + expiresInSeconds,
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
  await tell(restriction(3600))
  const { answer, late, conversationId } = await policies()
  expect(answer.freeForm.outcome).toBe('allow')
  expect(late.utility.reasons).toContainEqual(expect.objectContaining({ code: 'sender_restricted' }))
  const { body } = await answerIn(shop, conversationId, template).expect(422)
  expect(body).toMatchObject({ code: 'sender_restricted', error: expect.any(String) })
  await tell(restriction(-60))
  await answerIn(shop, conversationId, template).expect(202)
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
