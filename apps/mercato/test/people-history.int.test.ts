import { conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// What is told of who somebody is: each thing once, to those it is about, and nothing true is lost by what people decide.

const T = NOW - 3600
const HUB = '/api/communication_channels'
const NUMBER = '48600000080'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

const said = (id: string, from: string | null, userId: string, at: number, name: string) =>
  textMessage({ id, at, from, userId, name })
const show = async (contactId: string) =>
  (await shop.acme.agent('get', `${HUB}/contacts/${contactId}`).expect(200)).body
const post = async (path: string, body: object = {}) =>
  (await shop.acme.agent('post', `${HUB}/contacts/${path}`).send(body).expect(200)).body

async function people() {
  const rows = await conversationsOf(shop)
  return Object.fromEntries(
    rows.map((row: { contact: { displayName: string } }) => [row.contact.displayName, row]),
  )
}

/** Everything that staff see of everybody. */
async function everything() {
  const rows = await conversationsOf(shop)
  return Promise.all(
    rows.map(async (row: { id: string; contact: { id: string }; window: object; unreadCount: number }) => {
      const { contact, identities, names } = await show(row.contact.id)
      const words = (await threadOf(shop, row.id)).map(({ id }: { id: string }) => id)
      return { id: row.id, window: row.window, unread: row.unreadCount, contact, identities, names, words }
    }),
  )
}

async function numberTakenOver() {
  await receive(shop, said('m1', NUMBER, 'PL.A', T, 'Anna'))
  await receive(shop, said('m2', NUMBER, 'PL.P', T + 60, 'Paul'))
  await receive(shop, said('m3', null, 'PL.M', T + 90, 'Maria'))
  return people()
}

/** What the history tells, without its times. */
async function told(contactId: string) {
  const { events } = await show(contactId)
  return events.map(
    ({ kind, reason, other, from, to }: Record<string, string> & { other: { displayName: string } }) =>
      [kind, reason, other?.displayName, from, to].filter(Boolean).join(' '),
  )
}

const passedOn = `number_passed_on number_changed_hands Paul +${NUMBER}`
const takenOver = `number_taken_over number_changed_hands Anna +${NUMBER}`

describe('a number was taken over, and its new owner is joined with somebody', () => {
  it('whoever had it before stays out; taken back, everything is as it was', async () => {
    const { Anna, Paul, Maria } = await numberTakenOver()
    const before = await everything()
    const { decisions } = await post(`${Paul.contact.id}/join`, { contactId: Maria.contact.id })
    expect(Object.keys(await people()).sort()).toEqual(['Anna', 'Maria'])
    const facts = (all: Awaited<typeof before>) => {
      const { contact, names, words, window } = all.find(({ id }) => id === Anna.id)!
      return { contact, names, words, window }
    }
    expect(facts(await everything())).toEqual(facts(before))
    await post(`decisions/${decisions[0].id}/revoke`)
    expect(await everything()).toEqual(before)
  })

  it('whoever left it for another number stays out too, although its new owner is known by it alone', async () => {
    const { message, contact } = textMessage({ id: 'm3', at: T + 60, from: NUMBER, name: 'Paul' })
    const { from_user_id: _, ...words } = message
    await receive(
      shop,
      said('m1', NUMBER, 'PL.A', T, 'Anna'),
      said('m2', '48600000081', 'PL.A', T + 30, 'Anna'),
    )
    await receive(shop, { message: words, contact: { wa_id: contact.wa_id, profile: { name: 'Paul' } } })
    await receive(shop, said('m4', null, 'PL.M', T + 90, 'Maria'))
    const { Paul, Maria } = await people()
    const before = await everything()
    const { decisions } = await post(`${Paul.contact.id}/join`, { contactId: Maria.contact.id })
    const { Anna } = await people()
    expect(Anna.contact).toMatchObject({ phone: '+48600000081', userId: 'PL.A' })
    await post(`decisions/${decisions[0].id}/revoke`)
    expect(await everything()).toEqual(before)
  })

  it('each thing is told once, to those it is about, and stays true', async () => {
    const { Anna, Paul, Maria } = await numberTakenOver()
    expect(await told(Anna.contact.id)).toEqual([passedOn])
    const joined = await post(`${Paul.contact.id}/join`, { contactId: Maria.contact.id, reason: 'Twins' })
    expect(await told(joined.contact.id)).toEqual(['merged by_person Maria', takenOver])
    expect(joined.events[0]).toMatchObject({
      ...{ note: 'Twins', canUndo: false },
      ...{ self: { displayName: 'Paul' }, other: { displayName: 'Maria' } },
    })
    expect((await show(Anna.contact.id)).decisions).toEqual([])
    expect(await told(Anna.contact.id)).toEqual([passedOn.replace('Paul', 'Maria')])

    await post(`decisions/${joined.decisions[0].id}/revoke`)
    expect(await told(Anna.contact.id)).toEqual([passedOn])
    expect(await told(Paul.contact.id)).toEqual([
      'split taken_back Maria',
      'merged by_person Maria',
      takenOver,
    ])
    expect(await told(Maria.contact.id)).toEqual(['split taken_back Paul', 'merged by_person Paul'])
  })

  it('the number stands once, with the time when it was theirs; whoever had it sees who has it now', async () => {
    const { Anna, Paul, Maria } = await numberTakenOver()
    const { identities } = await post(`${Paul.contact.id}/join`, { contactId: Maria.contact.id })
    expect(identities.filter(({ kind }: { kind: string }) => kind === 'phone')).toMatchObject([
      { value: `+${NUMBER}`, periods: [{ until: null }], heldBy: null },
    ])
    expect((await show(Anna.contact.id)).identities).toMatchObject([
      { kind: 'user_id', until: null },
      { value: `+${NUMBER}`, periods: [{ until: expect.any(String) }], heldBy: { displayName: 'Maria' } },
    ])
  })
})

it('a number that somebody had twice stands once, with both times', async () => {
  await receive(shop, said('m1', NUMBER, 'PL.A', T, 'Anna'))
  await receive(shop, said('m2', NUMBER, 'PL.P', T + 60, 'Paul'))
  await receive(shop, said('m3', NUMBER, 'PL.A', T + 120, 'Anna'))
  const { Anna } = await people()
  const { identities } = await show(Anna.contact.id)
  expect(identities).toHaveLength(2)
  expect(identities[0]).toMatchObject({ kind: 'phone', until: null, heldBy: null })
  expect(identities[0].periods).toHaveLength(2)
  expect(await told(Anna.contact.id)).toEqual([takenOver.replace('Anna', 'Paul'), passedOn])
})

it('what happens to one of two who are joined stays theirs when they part', async () => {
  await receive(shop, said('m1', NUMBER, 'PL.P', T, 'Paul'), said('m2', null, 'PL.M', T + 1, 'Maria'))
  const { Paul, Maria } = await people()
  const { decisions } = await post(`${Paul.contact.id}/join`, { contactId: Maria.contact.id })
  const update = { user_id: { previous: 'PL.M', current: 'PL.N' }, timestamp: T + 60 }
  await receive(shop, change('user_id_update', { user_id_update: [update] }))
  await post(`decisions/${decisions[0].id}/revoke`)
  const changed = 'user_id_changed provider PL.M PL.N'
  expect(await told(Maria.contact.id)).toContain(changed)
  expect(await told(Paul.contact.id)).not.toContain(changed)
})

it('whoever writes without the number that they showed was last seen with it before', async () => {
  await receive(shop, said('m1', NUMBER, 'PL.P', T, 'Paul'))
  const times = async () => {
    const { Paul } = await people()
    const { identities } = await show(Paul.contact.id)
    return identities.map(({ lastSeen }: { lastSeen: string }) => new Date(lastSeen).getTime() / 1000 - T)
  }
  expect(await times()).toEqual([0, 0])
  await receive(shop, said('m2', null, 'PL.P', T + 60, 'Paul'))
  expect(await times()).toEqual([0, 60])
  await receive(shop, said('m3', NUMBER, 'PL.P', T + 90, 'Paul'))
  expect(await times()).toEqual([90, 90])
})
