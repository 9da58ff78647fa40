import { jest } from '@jest/globals'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { getChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationOf, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { byBoth, byPhone, byUserId, HUB, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(async () => {
  await emptyInbox(shop)
  await simulatorOf(shop, 'reset', { method: 'POST' })
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(() => shop.close())

const block = (contactId: string, body: object = {}) =>
  shop.acme.agent('post', `${HUB}/contacts/${contactId}/block`).send(body)
const unblock = (contactId: string) => shop.acme.agent('delete', `${HUB}/contacts/${contactId}/block`)
const contactOf = async (conversationId: string): Promise<string> =>
  (await conversationOf(shop, conversationId)).conversation.contact.id
const atMeta = async () => {
  const number = shop.acme.account.numbers[0]!.id
  const headers = { authorization: `Bearer ${shop.acme.account.accessToken}` }
  const answer = await fetch(`${shop.simulatorUrl}/v26.0/${number}/block_users`, { headers })
  return ((await answer.json()) as { data: object[] }).data
}
const adapter = () => getChannelAdapter('whatsapp') as Required<ChannelAdapter>
/** In the list and above the thread. */
const markedAsBlocked = async (conversationId: string): Promise<boolean[]> => {
  const listed = (await conversationsOf(shop)).find(({ id }: { id: string }) => id === conversationId)
  const { conversation } = await conversationOf(shop, conversationId)
  return [listed, conversation].map(({ contact }) => contact.isBlocked)
}
/** Whether an answer may leave to each person there is. */
const outcomeByUserId = async () =>
  Object.fromEntries(
    await Promise.all(
      (await conversationsOf(shop)).map(async (one: { id: string; contact: { userId: string } }) => [
        one.contact.userId,
        (await conversationOf(shop, one.id)).policy.freeForm.outcome,
      ]),
    ),
  )
const text = { content: { type: 'text', text: 'Good day' } }

describe('a blocked person', () => {
  it('is refused before anything leaves, with the reason, and kept out by Meta too', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    const contactId = await contactOf(conversationId)
    const { body } = await block(contactId, { reason: 'Threatens our people' }).expect(200)
    expect(body).toEqual({
      block: {
        at: expect.any(String),
        by: { userId: expect.any(String), name: 'Emil Employee' },
        reason: 'Threatens our people',
      },
      providerProblems: [],
    })
    expect((await conversationOf(shop, conversationId)).policy.freeForm).toMatchObject({
      outcome: 'refuse',
      code: 'person_blocked',
    })
    expect(await markedAsBlocked(conversationId)).toEqual([true, true])
    const refused = await answerIn(shop, conversationId, text).expect(422)
    expect(refused.body).toMatchObject({ code: 'person_blocked', error: expect.any(String) })
    await shop.drain()
    expect(await outboundAtMeta(shop)).toEqual([])
    expect(await atMeta()).toEqual([{ messaging_product: 'whatsapp', wa_id: '48601234567' }])
  })

  it('gets nothing of what was queued before either', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    await answerIn(shop, conversationId, text).expect(202)
    await block(await contactOf(conversationId)).expect(200)
    await shop.drain()
    expect(await outboundAtMeta(shop)).toEqual([])
    expect((await threadOf(shop, conversationId)).at(-1)).toMatchObject({
      status: 'failed',
      error: { code: 'person_blocked' },
    })
  })

  it('sees nobody typing', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    const shown = jest.spyOn(adapter(), 'markRead')
    const type = () => shop.acme.agent('post', `${HUB}/conversations/${conversationId}/typing`).expect(204)
    await type()
    expect(shown).toHaveBeenCalledTimes(1)
    await block(await contactOf(conversationId)).expect(200)
    await type()
    expect(shown).toHaveBeenCalledTimes(1)
  })

  it('is written to again once somebody takes it back, and Meta lets them through', async () => {
    const conversationId = await customerWrites(shop, 'maria')
    const contactId = await contactOf(conversationId)
    await block(contactId).expect(200)
    expect((await unblock(contactId).expect(200)).body).toEqual({ block: null, providerProblems: [] })
    expect(await atMeta()).toEqual([])
    expect(await markedAsBlocked(conversationId)).toEqual([false, false])
    await answerIn(shop, conversationId, text).expect(202)
    await shop.drain()
    expect(await outboundAtMeta(shop)).toHaveLength(1)
  })

  it('stays blocked as at first when somebody blocks them again', async () => {
    const contactId = await contactOf(await customerWrites(shop, 'maria'))
    const first = await block(contactId, { reason: 'Rude' }).expect(200)
    const again = await block(contactId, { reason: 'Still rude' }).expect(200)
    expect(again.body.block).toEqual(first.body.block)
    await unblock(contactId).expect(200)
    expect((await unblock(contactId).expect(200)).body.block).toBeNull()
  })

  it('is on record, by whom and not why', async () => {
    const contactId = await contactOf(await customerWrites(shop, 'maria'))
    await block(contactId, { reason: 'Threatens our people' }).expect(200)
    const [kept] = await shop.sql<{ reason: string }>('select reason from cc_contact_blocks')
    expect(kept!.reason).not.toContain('Threatens')
    const [logged] = await shop.sql<object>(
      `select * from action_logs where command_id = 'communication_channels.contact.block' and resource_id = ?`,
      [contactId],
    )
    expect(logged).toMatchObject({ actor_user_id: expect.any(String) })
    expect(JSON.stringify(logged)).not.toContain('Threatens')
  })
})

describe('where the provider', () => {
  it('refuses the block, that is told and ours holds', async () => {
    await receive(shop, byPhone('m1', '4915123456789'))
    const [{ id, contact }] = await conversationsOf(shop)
    const { body } = await block(contact.id).expect(200)
    expect(body.block).not.toBeNull()
    expect(body.providerProblems).toEqual([
      {
        channelId: expect.any(String),
        channelName: expect.any(String),
        code: 'block_needs_message',
        error: expect.stringContaining('24 hours'),
        action: expect.any(String),
      },
    ])
    expect((await answerIn(shop, id, text).expect(422)).body.code).toBe('person_blocked')
  })

  it('fails in a way nobody foresaw, that is told and ours holds', async () => {
    const contactId = await contactOf(await customerWrites(shop, 'maria'))
    jest.spyOn(adapter(), 'setBlocked').mockRejectedValue(new TypeError('boom'))
    const { body } = await block(contactId).expect(200)
    expect(body).toMatchObject({ block: { by: {} }, providerProblems: [{ code: 'provider_failed' }] })
  })

  it('is switched off, it is not asked', async () => {
    const contactId = await contactOf(await customerWrites(shop, 'maria'))
    const asked = jest.spyOn(adapter(), 'setBlocked')
    const state = (isEnabled: boolean) =>
      shop.acme.admin('put', '/api/integrations/channel_whatsapp/state').send({ isEnabled }).expect(200)
    await state(false)
    const { body } = await block(contactId).expect(200)
    await state(true)
    expect(body).toMatchObject({ block: { by: {} }, providerProblems: [] })
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('a block', () => {
  it('follows the person when it turns out who they are', async () => {
    await receive(shop, byPhone('m1', '48600000080'), byUserId('m2', 'PL.80', T + 1))
    const contacts = (await conversationsOf(shop)).map(
      ({ contact }: { contact: { id: string } }) => contact.id,
    )
    await block(contacts[0]!).expect(200)
    await receive(shop, byBoth('m3', '48600000080', 'PL.80', T + 2))
    const { id } = await peopleOf(shop).only()
    expect((await conversationOf(shop, id)).policy.freeForm.code).toBe('person_blocked')
  })

  it('is not inherited by whoever gets the number', async () => {
    await receive(shop, byBoth('m1', '48600000081', 'PL.81', T, 'Jan'))
    const [{ contact }] = await conversationsOf(shop)
    await block(contact.id).expect(200)
    const later = Math.floor(Date.now() / 1000) + 2
    await receive(shop, byBoth('m2', '48600000081', 'PL.82', later, 'Ola'))
    expect(await outcomeByUserId()).toEqual({ 'PL.81': 'refuse', 'PL.82': 'allow' })
  })

  it('stays with the person who had the number, also where more became known of them since', async () => {
    await receive(shop, byPhone('m1', '48600000083', T, 'Jan'))
    await block((await peopleOf(shop).only()).contact.id).expect(200)
    await receive(shop, byBoth('m2', '48600000083', 'PL.83', T + 1, 'Jan'))
    const later = Math.floor(Date.now() / 1000) + 2
    await receive(shop, byBoth('m3', '48600000083', 'PL.84', later, 'Ola'))
    expect(await outcomeByUserId()).toEqual({ 'PL.83': 'refuse', 'PL.84': 'allow' })
  })

  it('is made by nobody of another business', async () => {
    const contactId = await contactOf(await customerWrites(shop, 'maria'))
    const path = `${HUB}/contacts/${contactId}/block`
    await shop.birch.agent('post', path).send({}).expect(404)
    await block(contactId).expect(200)
    await shop.birch.agent('delete', path).expect(404)
    expect(await shop.sql('select 1 from cc_contact_blocks where lifted_at is null')).not.toEqual([])
  })
})
