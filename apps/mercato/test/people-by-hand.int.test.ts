import { conversationsOf, emptyInbox, receive } from './support/inbox.ts'
import { NOW } from './support/payloads.ts'
import { byBoth, byPhone, byUserId, HUB, type People, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// What people decide about who is who, and what they are told of it.

let shop: Shop
let people: People
beforeAll(async () => {
  shop = await openShop()
  people = peopleOf(shop)
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

describe('a person', () => {
  async function merged() {
    await receive(shop, byPhone('m1', '48600000070', T, 'Jan'))
    await receive(shop, byUserId('m2', 'PL.70', T + 1, 'Janek'))
    const before = await conversationsOf(shop)
    await receive(shop, byBoth('m3', '48600000070', 'PL.70', T + 2, 'Janek'))
    const live = await people.only()
    return { before, live, contactId: live.contact.id as string }
  }

  it('sees who was merged, and why, and takes it apart; everything is where it was', async () => {
    const { before, contactId } = await merged()
    const shown = await people.show(contactId)
    expect(shown).toMatchObject({
      contact: { phone: '+48600000070', userId: 'PL.70' },
      identities: [
        { kind: 'phone', value: '+48600000070', until: null },
        { kind: 'user_id', value: 'PL.70', until: null },
      ],
      events: [{ kind: 'merged', reason: 'same_phone', canUndo: true, actor: null }],
    })
    expect(shown.events[0].deliveryId).not.toBeNull()
    const { body } = await people
      .post(`${contactId}/split`, {
        eventId: shown.events[0].id,
        reason: 'Two brothers',
      })
      .expect(200)
    expect(body.decisions).toMatchObject([
      { kind: 'apart', reason: 'Two brothers', actor: { name: 'Emil Employee' } },
    ])
    const [kept] = await shop.sql<{ reason: string }>('select reason from cc_contact_decisions')
    expect(kept!.reason).not.toContain('brothers')

    const after = await conversationsOf(shop)
    const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort()
    expect(idsOf(after)).toEqual(idsOf(before))
    expect(
      Object.values(await people.threads())
        .map((words) => words.length)
        .sort(),
    ).toEqual([1, 2])
    const logged = await shop.sql(
      "select 1 from action_logs where command_id = 'communication_channels.contact.split'",
    )
    expect(logged).toHaveLength(1)

    expect((await people.show(contactId)).events.some(({ canUndo }: { canUndo: boolean }) => canUndo)).toBe(
      false,
    )

    await people.post(`decisions/${body.decisions[0].id}/revoke`).expect(200)
    await people.only()
    await people.post(`decisions/${body.decisions[0].id}/revoke`).expect(404)
  })

  it('joins two, and takes it back; their windows and unread messages are their own again', async () => {
    await receive(shop, byUserId('m1', 'PL.71', T, 'Ola'), byUserId('m2', 'PL.72', T + 60, 'Ola'))
    const before = await conversationsOf(shop)
    const [one, two] = before
    const { body } = await people.post(`${one.contact.id}/join`, { contactId: two.contact.id }).expect(200)
    expect(body.identities).toHaveLength(2)
    expect(await people.only()).toMatchObject({ unreadCount: 2 })
    await receive(shop, byUserId('m3', 'PL.71', T + 90, 'Ola'))
    await people.only()
    await people.post(`decisions/${body.decisions[0].id}/revoke`).expect(200)
    expect((await conversationsOf(shop)).map((c: { unreadCount: number }) => c.unreadCount).sort()).toEqual([
      1, 2,
    ])
    const facts = ({ id, window }: { id: string; window: object }) => ({ id, window })
    const afterwards = (await conversationsOf(shop)).map(facts)
    expect(afterwards).toContainEqual(facts(two.contact.userId === 'PL.72' ? two : one))
  })

  it('starts a conversation with a number; whoever answers from it is that person', async () => {
    const open = (body: object) => shop.acme.agent('post', `${HUB}/conversations`).send(body)
    const [channel] = (await shop.acme.agent('get', `${HUB}/channels`).expect(200)).body.items
    const { body } = await open({ phone: '+52 1 55 1234 5678', channelId: channel.id }).expect(201)
    expect(body.conversation).toMatchObject({
      contact: { phone: '+525512345678' },
      channel: { id: channel.id },
    })
    await open({ phone: '+52 55 1234 5678', channelId: channel.id }).expect(200)
    await receive(shop, byBoth('m1', '525512345678', 'MX.70', NOW))
    expect((await people.only()).contact).toMatchObject({ id: body.conversation.contact.id, userId: 'MX.70' })
    await open({ phone: '12 34', channelId: channel.id })
      .expect(422)
      .expect(({ body: refused }) => expect(Object.keys(refused.fieldErrors)).toEqual(['phone']))
    await open({ channelId: channel.id }).expect(400)
  })

  it('a number without its country is one of the country of the shop’s own numbers', async () => {
    const { items } = (await shop.acme.agent('get', `${HUB}/channels`).expect(200)).body
    const channel = items.find(({ address }: { address: string | null }) => address?.startsWith('+48'))
    const { body } = await shop.acme
      .agent('post', `${HUB}/conversations`)
      .send({ phone: '601 234 568', channelId: channel.id })
      .expect(201)
    expect(body.conversation.contact).toMatchObject({ phone: '+48601234568' })
  })

  it('is told why not', async () => {
    const { contactId } = await merged()
    await people
      .post(`${contactId}/join`, { contactId })
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('same_contact'))
    const { identities } = await people.show(contactId)
    const all = identities.map(({ id }: { id: string }) => id)
    await people
      .post(`${contactId}/split`, { identityIds: all })
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('nothing_to_split'))
    await people.post(`${contactId}/split`, {}).expect(400)
    await people.post(`${contactId}/join`, { contactId: '01990000-0000-7000-8000-00000000dead' }).expect(404)
  })

  it('finds somebody by their number, spelt in any of its ways, and by no other', async () => {
    await receive(shop, byPhone('m1', '5511991234567'))
    const find = async (phone: string) =>
      (await shop.acme.agent('get', `${HUB}/contacts?phone=${encodeURIComponent(phone)}`).expect(200)).body
        .items
    for (const phone of ['+55 11 99123-4567', '+55 11 9123-4567', '5511991234567', '005511991234567']) {
      expect(await find(phone)).toMatchObject([{ phone: '+5511991234567' }])
    }
    expect(await find('991234567')).toEqual([])
    expect(await find('+55 11 3123-4567')).toEqual([])
  })
})
