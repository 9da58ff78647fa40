import { seenPhone } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/sighting'
import { conversationsOf, emptyInbox, receive } from './support/inbox.ts'
import { type Ledger, ledgerOf } from './support/ledger.ts'
import { holdTable, untilSomebodyWaitsForALock } from './support/locks.ts'
import { byBoth, byPhone, byUserId, HUB, type People, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Whose a consent is follows from who had the number or user id when it was given; the ledger itself never changes.

let shop: Shop
let people: People
let ledger: Ledger
beforeAll(async () => {
  shop = await openShop()
  people = peopleOf(shop)
  ledger = await ledgerOf(shop)
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

const at = (seconds: number) => new Date(seconds * 1000)
const contactIdOf = async () => (await people.only()).contact.id as string

it('follows people who are merged, and goes apart with them', async () => {
  await receive(shop, byPhone('m1', '48600000170', T, 'Jan'))
  const jan = await contactIdOf()
  await ledger.record([
    { identityId: await ledger.identityOf(jan, 'phone'), sourceKey: 'order:1', occurredAt: at(T) },
  ])
  await receive(shop, byUserId('m2', 'PL.170', T + 1, 'Janek'))
  const janek = (await conversationsOf(shop)).find(
    ({ contact }: { contact: { id: string } }) => contact.id !== jan,
  ).contact.id
  await ledger.record([
    {
      ...{ identityId: await ledger.identityOf(janek, 'user_id'), sourceKey: 'message:2' },
      ...{ kind: 'opted_out', source: 'message', occurredAt: at(T + 1) },
    },
  ])
  expect(await ledger.standings()).toEqual({ [jan]: 'opted_in', [janek]: 'opted_out' })

  await receive(shop, byBoth('m3', '48600000170', 'PL.170', T + 2, 'Janek'))
  const both = await contactIdOf()
  expect(await ledger.standings()).toEqual({ [both]: 'opted_out' })

  const [merge] = (await people.show(both)).events
  await people.post(`${both}/split`, { eventId: merge.id, reason: 'Two brothers' }).expect(200)
  expect(await ledger.standings()).toEqual({ [jan]: 'opted_in', [janek]: 'opted_out' })
})

it('stays with whoever had a number when they said it, and is not passed on with the number', async () => {
  await receive(shop, byBoth('m1', '48600000171', 'PL.A', T, 'Anna'))
  const anna = await contactIdOf()
  const phone = await ledger.identityOf(anna, 'phone')
  await ledger.record([{ identityId: phone, sourceKey: 'order:1', occurredAt: at(T + 1) }])
  await receive(shop, byBoth('m2', '48600000171', 'PL.P', T + 60, 'Paul'))
  const { [anna]: hers, ...others } = await ledger.standings()
  expect([hers, others]).toEqual(['opted_in', {}])

  await ledger.record([
    { identityId: phone, sourceKey: 'order:2', occurredAt: at(T + 90), kind: 'opted_out' },
    // Told late: of when the number was Anna's.
    { identityId: phone, sourceKey: 'order:3', occurredAt: at(T + 30), kind: 'opted_in' },
  ])
  const paul = (await conversationsOf(shop)).find(
    ({ contact }: { contact: { id: string } }) => contact.id !== anna,
  ).contact.id
  expect(await ledger.standings()).toEqual({ [anna]: 'opted_in', [paul]: 'opted_out' })
})

it('is not lost where a number was somebody else’s until then, though they never wrote from it', async () => {
  await receive(shop, byBoth('m1', '48600000172', 'PL.172', T, 'Anna'))
  const anna = await contactIdOf()
  const phone = await ledger.identityOf(anna, 'phone')
  await ledger.record([{ identityId: phone, sourceKey: 'order:1', occurredAt: at(T - 60) }])
  expect(await ledger.standings()).toEqual({ [anna]: 'opted_in' })
  await people.post(`${anna}/split`, { identityIds: [phone], reason: 'It was her mother’s' }).expect(200)
  const now = await contactIdOf()
  const standings = await ledger.standings()
  expect(Object.values(standings)).toEqual(['opted_in'])
  expect(Object.keys(standings)).not.toContain(now)
})

it('is found under both spellings of a number, once they are known to be one', async () => {
  const { hash, formerHashes } = seenPhone(ledger.scope.tenantId, '+5511987654321')
  const keep = (name: string, kept: string) =>
    shop.sql(
      `update cc_contact_identities i set value_hash = ? from cc_contact_names n
       where n.identity_id = i.id and n.last_at = ?`,
      [kept, name],
    )
  await receive(shop, byPhone('m1', '48600000173', T, 'Bia'))
  const bia = await contactIdOf()
  const former = await ledger.identityOf(bia, 'phone')
  await ledger.record([{ identityId: former, sourceKey: 'order:1', occurredAt: at(T), kind: 'opted_out' }])
  await keep(at(T).toISOString(), formerHashes[0]!)
  await receive(shop, byPhone('m2', '48600000174', T + 1, 'Bia'))
  await keep(at(T + 1).toISOString(), hash)

  await receive(shop, byPhone('m3', '551187654321', T + 2, 'Bia'))
  const both = await contactIdOf()
  expect(await ledger.standings()).toEqual({ [both]: 'opted_out' })
  expect(await ledger.identityOf(both, 'phone')).not.toBe(former)
  const { body } = await shop.acme.admin('get', `${HUB}/consents/verify`).expect(200)
  expect(body).toMatchObject({ holds: true, checked: 1 })
})

describe('misses nothing that is recorded while the people it is about are being joined', () => {
  async function janAndJanek() {
    await receive(shop, byPhone('m1', '48600000175', T, 'Jan'))
    const jan = await contactIdOf()
    await receive(shop, byUserId('m2', 'PL.175', T + 1, 'Janek'))
    const threads: { contact: { id: string } }[] = await conversationsOf(shop)
    const janek = threads.find(({ contact }) => contact.id !== jan)!.contact.id
    const identityId = await ledger.identityOf(jan, 'phone')
    await ledger.record([{ identityId, sourceKey: 'order:1', occurredAt: at(T) }])
    const his = await ledger.identityOf(janek, 'user_id')
    return {
      record: () =>
        ledger.record([{ identityId: his, sourceKey: 'm2', occurredAt: at(T + 5), kind: 'opted_out' }]),
      join: async () => void (await people.post(`${jan}/join`, { contactId: janek }).expect(200)),
    }
  }

  it.each([
    ['record', 'cc_consent_heads', 'join'],
    ['join', 'cc_contact_events', 'record'],
  ] as const)('the %s first', async (first, whatItWaitsFor, second) => {
    const acts = await janAndJanek()
    const release = await holdTable(shop, whatItWaitsFor)
    const one = acts[first]()
    await untilSomebodyWaitsForALock(shop, 1)
    const other = acts[second]()
    await untilSomebodyWaitsForALock(shop, 2)
    await release()
    await Promise.all([one, other])
    expect(await ledger.standings()).toEqual({ [await contactIdOf()]: 'opted_out' })
  })
})
