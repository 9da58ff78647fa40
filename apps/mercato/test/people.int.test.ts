import { answerIn, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, type Item } from './support/payloads.ts'
import { byBoth, byPhone, byUserId, HUB, type People, peopleOf, system, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Who is who, as it happens to people: they change numbers, hide them, share them, and are taken for others.

let shop: Shop
let people: People
beforeAll(async () => {
  shop = await openShop()
  people = peopleOf(shop)
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

describe('one conversation goes on', () => {
  it('when a user id is another one, told in both ways, with one notice; and the answer goes to the new one', async () => {
    await receive(shop, byBoth('m1', '48600000010', 'PL.10', T, 'Ola'))
    await receive(
      shop,
      change('user_id_update', {
        user_id_update: [
          { user_id: { previous: 'PL.10', current: 'PL.11' }, timestamp: T + 10, detail: 'new' },
        ],
      }),
      system('w1', T + 11, { from_user_id: 'PL.10' }, { type: 'user_changed_user_id', user_id: 'PL.11' }),
    )
    await receive(shop, byUserId('m2', 'PL.11', T + 20, 'Ola'))
    const one = await people.only()
    expect(one.contact).toMatchObject({ userId: 'PL.11', phone: null, displayName: 'Ola' })
    expect((await people.show(one.contact.id)).events).toMatchObject([
      { kind: 'user_id_changed', reason: 'provider' },
    ])
    expect((await threadOf(shop, one.id)).map((m: { content: { type: string } }) => m.content.type)).toEqual([
      'text',
      'system',
      'text',
    ])
  })

  it('when a number is another one: answers leave the old number to whoever has it next', async () => {
    await receive(shop, byPhone('m1', '48600000020', T, 'Ola'))
    await receive(
      shop,
      system('w1', T + 10, { from: '48600000020' }, { type: 'user_changed_number', wa_id: '48600000021' }),
    )
    await receive(
      shop,
      byPhone('m2', '48600000021', T + 20, 'Ola'),
      byPhone('m3', '48600000020', T + 30, 'Ewa'),
    )
    expect(await people.threads()).toEqual({
      '+48600000021': ['Hello', 'phone_changed', 'Hello'],
      '+48600000020': ['Hello'],
    })
  })

  it('when a number changes together with the user id, in either order', async () => {
    const moved = system(
      'w1',
      T + 10,
      { from: '48600000030', from_user_id: 'PL.30' },
      { type: 'user_changed_number', wa_id: '48600000031' },
    )
    const renamed = change('user_id_update', {
      user_id_update: [{ user_id: { previous: 'PL.30', current: 'PL.31' }, timestamp: T + 12 }],
    })
    for (const inOrder of [
      [moved, renamed],
      [renamed, moved],
    ]) {
      await emptyInbox(shop)
      await receive(shop, byBoth('m1', '48600000030', 'PL.30'))
      for (const one of inOrder) await receive(shop, one)
      await receive(shop, byBoth('m2', '48600000031', 'PL.31', T + 20))
      const one = await people.only()
      expect(one.contact).toMatchObject({ phone: '+48600000031', userId: 'PL.31' })
      const { events } = await people.show(one.contact.id)
      expect(events.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
        'phone_changed',
        'user_id_changed',
      ])
    }
  })

  it('under the id that somebody still has of a thread that was merged', async () => {
    await receive(shop, byPhone('m1', '48600000040', T), byUserId('m2', 'PL.40', T + 1))
    const before = await conversationsOf(shop)
    await receive(shop, byBoth('m3', '48600000040', 'PL.40', T + 2))
    const live = await people.only()
    const told = await threadOf(shop, live.id)
    expect(told).toHaveLength(3)
    for (const { id } of before) {
      const { body } = await shop.acme.agent('get', `${HUB}/conversations/${id}`).expect(200)
      expect(body.conversation.id).toBe(live.id)
      expect((await threadOf(shop, id)).slice(0, 3)).toEqual(told)
      await shop.acme.agent('post', `${HUB}/conversations/${id}/read`).expect(200)
      const { body: sent } = await answerIn(shop, id, { content: { type: 'text', text: 'Hi' } }).expect(202)
      expect(sent.message.conversationId).toBe(live.id)
    }
  })
})

describe('two contacts that must not be merged stay two', () => {
  it.each<[string, Item[]]>([
    [
      'the next owner of a number, whatever came late',
      [
        byBoth('m1', '48600000050', 'PL.50', T),
        byBoth('m2', '48600000050', 'PL.51', T + 20),
        byPhone('m3', '48600000050', T + 5),
      ],
    ],
    ['people of one name', [byUserId('m1', 'PL.52', T, 'Jan'), byUserId('m2', 'PL.53', T, 'Jan')]],
    ['numbers with the same last digits', [byPhone('m1', '48600123456'), byPhone('m2', '49600123456')]],
    [
      'a landline and the mobile that it would be with a nine',
      [byPhone('m1', '551131234567'), byPhone('m2', '5511931234567')],
    ],
    [
      'a landline of Buenos Aires and the mobile beside it',
      [byPhone('m1', '541143211234'), byPhone('m2', '5491143211234')],
    ],
    ['user ids that differ in case alone', [byUserId('m1', 'PL.aB'), byUserId('m2', 'PL.Ab')]],
    [
      'whoever shares somebody else’s card, although it was asked for',
      [
        byPhone('m1', '14155550132'),
        {
          contact: { user_id: 'US.54', profile: { name: 'Sam' } },
          message: {
            from_user_id: 'US.54',
            id: 'm2',
            timestamp: String(T),
            type: 'contacts',
            contacts: [
              { phones: [{ phone: '+1 415 555 0132', user_id: 'US.99' }], origin: 'contact_request' },
            ],
          },
        },
      ],
    ],
  ])('%s', async (_, items) => {
    for (const one of items) await receive(shop, one)
    expect(await conversationsOf(shop)).toHaveLength(2)
  })

  it('a late message from a number alone is its owner’s of then', async () => {
    await receive(shop, byBoth('m1', '48600000055', 'PL.55', T))
    await receive(shop, byBoth('m2', '48600000055', 'PL.56', T + 20))
    await receive(shop, byPhone('m3', '48600000055', T + 5))
    const rows = await conversationsOf(shop)
    const of = async (userId: string) =>
      (
        await threadOf(
          shop,
          rows.find((row: { contact: { userId: string } }) => row.contact.userId === userId).id,
        )
      ).length
    expect([await of('PL.55'), await of('PL.56')]).toEqual([2, 1])
  })
})

it('a number that comes back to its first owner is theirs again', async () => {
  await receive(shop, byBoth('m1', '48600000056', 'PL.57', T))
  await receive(shop, byBoth('m2', '48600000056', 'PL.58', T + 10))
  await receive(shop, byBoth('m3', '48600000056', 'PL.57', T + 20))
  await receive(shop, byPhone('m4', '48600000056', T + 30))
  expect((await conversationsOf(shop)).map(({ contact }: { contact: object }) => contact)).toMatchObject([
    { phone: '+48600000056', userId: 'PL.57' },
    { phone: null, userId: 'PL.58' },
  ])
})

it('what was filed under a number goes to whoever had it by then, and both are told why; a merge has its own reason', async () => {
  await receive(shop, byUserId('m0', 'PL.60', T, 'Ala'), byPhone('m1', '48600000059', T + 1, 'Ala'))
  await receive(shop, byBoth('m2', '48600000059', 'PL.60', T + 2, 'Ala'))
  const merged = await people.only()
  await receive(shop, byPhone('m4', '48600000059', T + 40, 'Bea'))
  expect(await people.only()).toMatchObject({ id: merged.id, unreadCount: 4 })

  await receive(shop, byBoth('m3', '48600000059', 'PL.61', T + 20, 'Bea'))
  const rows = await conversationsOf(shop)
  const [ala, bea] = ['PL.60', 'PL.61'].map((userId) =>
    rows.find(({ contact }: { contact: { userId: string } }) => contact.userId === userId),
  )
  expect(rows).toHaveLength(2)
  expect([ala.unreadCount, bea.unreadCount]).toEqual([3, 2])
  const told = (otherContactId: string, kind: string, reason: string) =>
    expect.objectContaining({ kind: expect.stringContaining(kind), reason, otherContactId })
  const ofAla = (await people.show(ala.contact.id)).events
  const ofBea = (await people.show(bea.contact.id)).events
  const absorbed = ofAla.find(({ kind }: { kind: string }) => kind === 'merged').otherContactId
  expect(ofAla).toContainEqual(told(absorbed, 'merged', 'same_phone'))
  expect(ofAla).toContainEqual(told(bea.contact.id, '', 'number_changed_hands'))
  expect(ofBea).toEqual([told(ala.contact.id, '', 'number_changed_hands')])
  expect(Date.parse(ofBea[0].at)).toBe((T + 20) * 1000)
  const kept = await shop.sql(
    "select contact_id as to, other_contact_id as from, reason from cc_contact_events where kind = 'split'",
  )
  expect(kept).toEqual([{ to: bea.contact.id, from: ala.contact.id, reason: 'number_changed_hands' }])
})

it('a thousand people of one delivery who turn out to be the ones we knew are merged, and none is mixed up', async () => {
  const numbers = Array.from({ length: 1000 }, (_, n) => String(48700000000 + n))
  await receive(shop, ...numbers.map((phone, n) => byPhone(`p${n}`, phone, T)))
  await receive(shop, ...numbers.map((_, n) => byUserId(`u${n}`, `PL.9${n}`, T + 1)))
  await receive(shop, ...numbers.map((phone, n) => byBoth(`b${n}`, phone, `PL.9${n}`, T + 2)))
  const [counts] = await shop.sql(
    `select (select count(*)::int from cc_external_contacts where merged_into_id is null) as live,
            (select count(*)::int from cc_external_conversations where merged_into_id is null) as threads,
            (select max(n)::int from (select count(*) as n from cc_external_messages group by conversation_id) c) as most`,
  )
  expect(counts).toEqual({ live: 1000, threads: 1000, most: 3 })
}, 60_000)
