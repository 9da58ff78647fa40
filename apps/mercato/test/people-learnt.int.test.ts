import { seenPhone } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/sighting'
import { conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, delivery, type Item } from './support/payloads.ts'
import { byPhone, byUserId, type People, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// How it is learnt who somebody is.

let shop: Shop
let people: People
beforeAll(async () => {
  shop = await openShop()
  people = peopleOf(shop)
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

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
    const before = await people.only()
    const { formerHashes } = seenPhone(shop.acme.tenantId, `+${old}`)
    const keepAsBefore = () =>
      shop.sql("update cc_contact_identities set value_hash = ? where kind = 'phone'", [formerHashes[0]])
    await keepAsBefore()
    await receive(shop, byPhone('m2', '5511991234567', T + 1))
    expect((await people.only()).id).toBe(before.id)

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
    expect(await threadOf(shop, (await people.only()).id)).toHaveLength(3)
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
    const one = await people.only()
    expect(one.contact).toMatchObject({ displayName: 'Ola K', username: 'ola.kowalska' })
    const { names, events } = await people.show(one.contact.id)
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
    expect((await people.only()).contact).toMatchObject({ phone: '+33600000060', userId: 'FR.60' })
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
    expect((await people.only()).contact).toMatchObject({ phone: '+14155552671', userId: 'US.61' })
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
    expect((await people.only()).contact).toMatchObject({ displayName: 'Known' })
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
    const { events } = await people.show(contactId as string)
    expect(events).toMatchObject([{ kind: 'merged', reason: 'portfolio_learnt' }])
    await emptyInbox(shop)
    await shop.sql("delete from cc_communication_channels where external_identifier = '219'")
  })
})

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
