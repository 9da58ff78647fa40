import { seenPhone } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/sighting'
import { answerIn, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, delivery, type Item, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// Who is who, as it happens to people: they change numbers, hide them, share them, and are taken for others.

const T = NOW - 3600
const HUB = '/api/communication_channels'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

function byPhone(id: string, from: string, at = T, name = 'Somebody'): Item {
  const { message, contact } = textMessage({ id, at, from, name })
  const { from_user_id: _, ...words } = message
  return { message: words, contact: { wa_id: contact.wa_id, profile: { name } } }
}

const byUserId = (id: string, userId: string, at = T, name = 'Somebody') =>
  textMessage({ id, at, from: null, userId, name })
const byBoth = (id: string, from: string, userId: string, at = T, name = 'Somebody') =>
  textMessage({ id, at, from, userId, name })

function system(id: string, at: number, more: object, said: object): Item {
  const message = { id, timestamp: String(at), type: 'system', system: { body: 'changed', ...said }, ...more }
  return change('messages', { messages: [message] })
}

/** The words in each thread, by whom it is with. */
async function threads(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const { id, contact } of await conversationsOf(shop)) {
    const items = await threadOf(shop, id)
    found[contact.phone ?? contact.userId ?? 'nobody'] = items.map(
      (item: { content: { type: string; text?: string; kind?: string } }) =>
        item.content.type === 'system' ? item.content.kind : item.content.text,
    )
  }
  return found
}

const show = async (contactId: string) =>
  (await shop.acme.agent('get', `${HUB}/contacts/${contactId}`).expect(200)).body
const post = (path: string, body: object = {}) =>
  shop.acme.agent('post', `${HUB}/contacts/${path}`).send(body)
const only = async () => {
  const [one, ...more] = await conversationsOf(shop)
  expect(more).toEqual([])
  return one
}

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
    const one = await only()
    expect(one.contact).toMatchObject({ userId: 'PL.11', phone: null, displayName: 'Ola' })
    expect((await show(one.contact.id)).events).toMatchObject([
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
    expect(await threads()).toEqual({
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
      const one = await only()
      expect(one.contact).toMatchObject({ phone: '+48600000031', userId: 'PL.31' })
      const { events } = await show(one.contact.id)
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
    const live = await only()
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
  const merged = await only()
  await receive(shop, byPhone('m4', '48600000059', T + 40, 'Bea'))
  expect(await only()).toMatchObject({ id: merged.id, unreadCount: 4 })

  await receive(shop, byBoth('m3', '48600000059', 'PL.61', T + 20, 'Bea'))
  const rows = await conversationsOf(shop)
  const [ala, bea] = ['PL.60', 'PL.61'].map((userId) =>
    rows.find(({ contact }: { contact: { userId: string } }) => contact.userId === userId),
  )
  expect(rows).toHaveLength(2)
  expect([ala.unreadCount, bea.unreadCount]).toEqual([3, 2])
  const told = (otherContactId: string, kind: string, reason: string) =>
    expect.objectContaining({ kind: expect.stringContaining(kind), reason, otherContactId })
  const ofAla = (await show(ala.contact.id)).events
  const ofBea = (await show(bea.contact.id)).events
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

describe('who somebody is, is learnt', () => {
  it('from a number in any of its spellings', async () => {
    for (const [n, phone] of ['5215512345678', '525512345678', '5491151234567', '54111551234567'].entries()) {
      await receive(shop, byPhone(`m${n}`, phone, T + n))
    }
    expect(
      (await conversationsOf(shop)).map((one: { contact: { phone: string } }) => one.contact.phone),
    ).toEqual(['+54111551234567', '+525512345678'])
  })

  it('from a number that was kept under another spelling before, alone or beside the one of today', async () => {
    const old = '551191234567'
    await receive(shop, byPhone('m1', old, T))
    const before = await only()
    const { formerHashes } = seenPhone(shop.acme.tenantId, `+${old}`)
    const keepAsBefore = () =>
      shop.sql("update cc_contact_identities set value_hash = ? where kind = 'phone'", [formerHashes[0]])
    await keepAsBefore()
    await receive(shop, byPhone('m2', '5511991234567', T + 1))
    expect((await only()).id).toBe(before.id)

    await keepAsBefore()
    const [row] = await shop.sql<{ id: string }>('select id from cc_contact_identities')
    await shop.sql(
      `insert into cc_external_contacts (id, tenant_id, organization_id, provider_key)
       select '01990000-0000-7000-8000-0000000000d1', tenant_id, organization_id, provider_key from cc_external_contacts`,
    )
    await shop.sql(
      `insert into cc_contact_identities (id, tenant_id, organization_id, provider_key, kind, namespace, value_hash,
         contact_id, first_seen_at, seen_at)
       select '01990000-0000-7000-8000-0000000000d2', tenant_id, organization_id, provider_key, kind, namespace, ?,
              '01990000-0000-7000-8000-0000000000d1', first_seen_at, seen_at
       from cc_contact_identities where id = ?`,
      [seenPhone(shop.acme.tenantId, '+5511991234567').hash, row!.id],
    )
    await receive(shop, byPhone('m3', old, T + 2))
    expect(await threadOf(shop, (await only()).id)).toHaveLength(3)
    expect(await shop.sql('select 1 from cc_contact_identities')).toHaveLength(1)
    expect(await threadOf(shop, before.id)).toHaveLength(3)
  })

  it('by every name that they went by, the latest shown', async () => {
    const named = (id: string, at: number, name: string, username: string): Item => ({
      message: { from_user_id: 'PL.65', id, timestamp: String(at), type: 'text', text: { body: 'Hi' } },
      contact: { user_id: 'PL.65', parent_user_id: 'PL.ENT.9', profile: { name, username } },
    })
    await receive(shop, named('m1', T, 'Ola', 'ola'), named('m3', T + 2, 'Ola K', 'ola.k'))
    await receive(shop, named('m2', T + 1, 'Olga', 'olga'), named('m4', T + 3, 'Ola K', 'ola.kowalska'))
    const one = await only()
    expect(one.contact).toMatchObject({ displayName: 'Ola K', username: 'ola.kowalska' })
    const { names, events } = await show(one.contact.id)
    expect(names.map(({ value }: { value: string }) => value).sort()).toEqual(
      ['Ola', 'Ola K', 'Olga', 'PL.ENT.9', 'ola', 'ola.k', 'ola.kowalska', 'olga'].sort(),
    )
    expect(events).toMatchObject([{ kind: 'username_changed', reason: 'provider' }])
  })

  it('from the report about what was written to them', async () => {
    await receive(shop, byPhone('m1', '33600000060', T), byUserId('m2', 'FR.60', T + 1))
    await receive(shop, {
      status: {
        id: 'out',
        status: 'read',
        timestamp: String(T + 2),
        recipient_id: '33600000060',
        recipient_user_id: 'FR.60',
      },
    })
    expect((await only()).contact).toMatchObject({ phone: '+33600000060', userId: 'FR.60' })
  })

  it('from the number that they share when they are asked', async () => {
    await receive(shop, byUserId('m1', 'US.61', T))
    await receive(shop, {
      contact: { user_id: 'US.61', profile: { name: 'Sam' } },
      message: {
        from_user_id: 'US.61',
        id: 'm2',
        timestamp: String(T + 1),
        type: 'contacts',
        contacts: [{ phones: [{ phone: '(415) 555-2671' }], origin: 'contact_request' }],
      },
    })
    expect((await only()).contact).toMatchObject({ phone: '+14155552671', userId: 'US.61' })
  })

  it('from the business’s own address book by name, if they are known at all', async () => {
    const saved = (name: string, phone: string) => ({
      type: 'contact',
      action: 'add',
      contact: { full_name: name, phone_number: phone },
      metadata: { timestamp: String(T) },
    })
    const { message } = byPhone('m1', '48600000062') as { message: Record<string, unknown> }
    await receive(shop, change('messages', { messages: [message] }))
    await receive(
      shop,
      change('smb_app_state_sync', {
        state_sync: [saved('Known', '48600000062'), saved('Unknown', '48600000063')],
      }),
    )
    expect((await only()).contact).toMatchObject({ displayName: 'Known' })
    expect(await shop.sql('select 1 from cc_contact_names')).toHaveLength(1)
  })

  it('from the portfolio that two accounts are in', async () => {
    await shop.sql('update cc_communication_channels set portfolio_identifier = null')
    const [channel] = await shop.sql<Record<string, string>>(
      `select tenant_id as "tenantId", organization_id as "organizationId", provider_key as "providerKey",
              connection_id as "connectionId"
       from cc_communication_channels where external_identifier = ?`,
      [shop.acme.account.numbers[0]!.id],
    )
    const register = (identifier: string, account: string, portfolioIdentifier: string | null) =>
      runAsSystem('communication_channels.channel.register', {
        ...channel,
        channelType: 'whatsapp',
        externalIdentifier: identifier,
        accountIdentifier: account,
        portfolioIdentifier,
        address: null,
        displayName: identifier,
      })
    const other = { wabaId: '119', numbers: [{ ...shop.acme.account.numbers[0]!, id: '219' }] }
    await register('219', '119', null)
    await receive(shop, byUserId('m1', 'PL.64', T, 'Ola'))
    expect(
      await shop.acme.deliver(delivery({ account: other }, [byUserId('m2', 'PL.64', T + 1, 'Ola')])),
    ).toBe(200)
    await shop.drain()
    const contacts = async () =>
      new Set((await conversationsOf(shop)).map((one: { contact: { id: string } }) => one.contact.id))
    expect((await contacts()).size).toBe(2)

    await register('219', '119', 'portfolio-1')
    expect((await contacts()).size).toBe(2)
    await register(shop.acme.account.numbers[0]!.id, shop.acme.account.wabaId, 'portfolio-1')
    const [contactId, ...more] = await contacts()
    expect(more).toEqual([])
    expect(await conversationsOf(shop)).toHaveLength(2)
    const { events } = await show(contactId as string)
    expect(events).toMatchObject([{ kind: 'merged', reason: 'portfolio_learnt' }])
    await emptyInbox(shop)
    await shop.sql("delete from cc_communication_channels where external_identifier = '219'")
  })
})

describe('a person', () => {
  async function merged() {
    await receive(shop, byPhone('m1', '48600000070', T, 'Jan'))
    await receive(shop, byUserId('m2', 'PL.70', T + 1, 'Janek'))
    const before = await conversationsOf(shop)
    await receive(shop, byBoth('m3', '48600000070', 'PL.70', T + 2, 'Janek'))
    const live = await only()
    return { before, live, contactId: live.contact.id as string }
  }

  it('sees who was merged, and why, and takes it apart; everything is where it was', async () => {
    const { before, contactId } = await merged()
    const shown = await show(contactId)
    expect(shown).toMatchObject({
      contact: { phone: '+48600000070', userId: 'PL.70' },
      identities: [
        { kind: 'phone', value: '+48600000070', until: null },
        { kind: 'user_id', value: 'PL.70', until: null },
      ],
      events: [{ kind: 'merged', reason: 'same_phone', canUndo: true, actor: null }],
    })
    expect(shown.events[0].deliveryId).not.toBeNull()
    const { body } = await post(`${contactId}/split`, {
      eventId: shown.events[0].id,
      reason: 'Two brothers',
    }).expect(200)
    expect(body.decisions).toMatchObject([
      { kind: 'apart', reason: 'Two brothers', actor: { name: 'Emil Employee' } },
    ])
    const [kept] = await shop.sql<{ reason: string }>('select reason from cc_contact_decisions')
    expect(kept!.reason).not.toContain('brothers')

    const after = await conversationsOf(shop)
    const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort()
    expect(idsOf(after)).toEqual(idsOf(before))
    expect(
      Object.values(await threads())
        .map((words) => words.length)
        .sort(),
    ).toEqual([1, 2])
    const logged = await shop.sql(
      "select 1 from action_logs where command_id = 'communication_channels.contact.split'",
    )
    expect(logged).toHaveLength(1)

    expect((await show(contactId)).events.some(({ canUndo }: { canUndo: boolean }) => canUndo)).toBe(false)

    await post(`decisions/${body.decisions[0].id}/revoke`).expect(200)
    await only()
    await post(`decisions/${body.decisions[0].id}/revoke`).expect(404)
  })

  it('joins two, and takes it back; their windows and unread messages are their own again', async () => {
    await receive(shop, byUserId('m1', 'PL.71', T, 'Ola'), byUserId('m2', 'PL.72', T + 60, 'Ola'))
    const before = await conversationsOf(shop)
    const [one, two] = before
    const { body } = await post(`${one.contact.id}/join`, { contactId: two.contact.id }).expect(200)
    expect(body.identities).toHaveLength(2)
    expect(await only()).toMatchObject({ unreadCount: 2 })
    await receive(shop, byUserId('m3', 'PL.71', T + 90, 'Ola'))
    await only()
    await post(`decisions/${body.decisions[0].id}/revoke`).expect(200)
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
    expect((await only()).contact).toMatchObject({ id: body.conversation.contact.id, userId: 'MX.70' })
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
    await post(`${contactId}/join`, { contactId })
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('same_contact'))
    const { identities } = await show(contactId)
    const all = identities.map(({ id }: { id: string }) => id)
    await post(`${contactId}/split`, { identityIds: all })
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('nothing_to_split'))
    await post(`${contactId}/split`, {}).expect(400)
    await post(`${contactId}/join`, { contactId: '01990000-0000-7000-8000-00000000dead' }).expect(404)
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

async function runAsSystem(id: string, input: object): Promise<void> {
  const container = shop.host.createContainer()
  const bus = container.resolve<{ execute(id: string, options: object): Promise<unknown> }>('commandBus')
  await bus.execute(id, {
    input,
    ctx: {
      container,
      auth: null,
      organizationScope: null,
      selectedOrganizationId: null,
      organizationIds: null,
      systemActor: true,
    },
  })
}
