import { conversationOf, conversationsOf, receive, threadOf } from './support/inbox.ts'
import { type OlderPerson, type OlderShop, openOlderShop } from './support/olderShop.ts'
import { delivery, type Item, NOW, textMessage } from './support/payloads.ts'
import { fetchFile, lastMessage, mariaSends } from './support/receivedFiles.ts'
import type { Shop } from './support/shop.ts'

// A shop that was in use before there were files and before people were told by evidence: what it had is still there,
// and whoever writes again is taken for who they were.

const HUB = '/api/communication_channels'
const HOUR = 3600

const at = (hours: number) => new Date((NOW + hours * HOUR) * 1000)

/** By what each is remembered: a number alone, a user id alone, both, an old spelling, two spellings, a former number. */
const PEOPLE = {
  phone: { name: 'Ola', phone: '+48600000010' },
  userId: { name: 'Sam', username: 'samrivera', userId: 'US.11' },
  both: { name: 'Maria Nowak', username: 'maria.n', phone: '+48601234567', userId: 'PL.100000000000001' },
  oldSpelling: { name: 'João', phone: '+551191234567' },
  spelling: { name: 'Bruna', phone: '+5521987654321' },
  otherSpelling: { name: 'Bruna', phone: '+552187654321' },
  formerOwner: { name: 'Jan', userId: 'PL.50' },
  nextOwner: { name: 'Ewa', phone: '+48600000050', userId: 'PL.51' },
  moved: {
    name: 'Zoe',
    phone: '+48600000072',
    userId: 'PL.71',
    phones: [
      ['+48600000071', at(-90)],
      ['+48600000072', at(-5)],
    ],
  },
  proofPhone: { name: 'Kuba', phone: '+48600000080' },
  proofUserId: { name: 'Kuba K', userId: 'PL.80' },
} satisfies Record<string, OlderPerson>
type Who = keyof typeof PEOPLE

const contactIds = {} as Record<Who, string>
const threadIds = {} as Record<Who, string>
let older: OlderShop
let shop: Shop
let secondThread: string
let silentThread: string
beforeAll(async () => {
  older = await openOlderShop()
  shop = older.shop
  const [first, second] = older.channelIds as [string, string]
  for (const [who, person] of Object.entries(PEOPLE) as [Who, OlderPerson][]) {
    contactIds[who] = await older.keep(person, at(-5))
    threadIds[who] = await older.keepThread(contactIds[who], first, [
      { id: `${who}-1`, at: at(-6), text: `First of ${who}`, isSeen: true },
      { id: `${who}-2`, at: at(-5.5), text: 'Answered', isOurs: true },
      { id: `${who}-3`, at: at(-5), text: `Second of ${who}` },
    ])
  }
  secondThread = await older.keepThread(contactIds.both, second, [
    { id: 'both-support', at: at(-30), text: 'Can you help?' },
  ])
  const silent = await older.keep({ name: 'Kim', userId: 'PL.90' }, at(-5))
  silentThread = await older.keepThread(silent, first, [
    { id: 'silent-1', at: at(-5), text: 'marketing_stopped', isNotice: true },
  ])
  await older.upgrade()
}, 60_000)
afterAll(() => older?.shop.close())

const show = async (contactId: string) =>
  (await shop.acme.agent('get', `${HUB}/contacts/${contactId}`).expect(200)).body
const words = async (threadId: string) =>
  (await threadOf(shop, threadId)).map((one: { content: { text: string } }) => one.content.text)
const rowOf = async (threadId: string) => (await conversationOf(shop, threadId)).conversation
const until = (hours: number) => at(hours + 24).toISOString()

function said(id: string, person: OlderPerson, hours: number, hides: 'phone' | 'userId' | null = null): Item {
  const from = hides === 'phone' || !person.phone ? null : person.phone.slice(1)
  const { name, userId, username } = person
  const { message, contact } = textMessage({ id, at: NOW + hours * HOUR, from, userId, name: name! })
  const profile = { name, ...(username && { username }) }
  if (userId && hides !== 'userId') return { message, contact: { ...contact, profile } }
  const { from_user_id: _, ...rest } = message
  return { message: rest, contact: { wa_id: from, profile } }
}

const told = (who: Who) => {
  const { name, username, phone, userId }: OlderPerson = PEOPLE[who]
  return {
    id: contactIds[who],
    displayName: name,
    username: username ?? null,
    phone: phone ?? null,
    userId: userId ?? null,
  }
}

describe('before anybody writes', () => {
  it('everybody is who they were, with their threads, windows and unread messages', async () => {
    expect(await conversationsOf(shop)).toHaveLength(13)
    for (const who of Object.keys(PEOPLE) as Who[]) {
      expect(await rowOf(threadIds[who])).toMatchObject({
        id: threadIds[who],
        contact: told(who),
        unreadCount: 1,
        window: { isOpen: true, expiresAt: until(-5) },
        lastMessage: { preview: `Second of ${who}`, direction: 'inbound' },
      })
      expect(await words(threadIds[who])).toEqual([`First of ${who}`, 'Answered', `Second of ${who}`])
    }
    expect(await rowOf(secondThread)).toMatchObject({
      contact: told('both'),
      unreadCount: 1,
      window: { isOpen: false, expiresAt: until(-30) },
    })
  })

  it('who changed something in their app and never wrote gave no basis for writing to them', async () => {
    expect((await conversationOf(shop, silentThread)).policy.utility.code).toBe('no_basis')
    expect((await conversationOf(shop, threadIds.phone)).policy.utility.code).toBeNull()
  })

  it('a person is shown with what they are known by, and nothing is said to have happened to them', async () => {
    const shown = await show(contactIds.both)
    expect(shown.identities).toMatchObject([
      { kind: 'phone', value: '+48601234567' },
      { kind: 'user_id', value: 'PL.100000000000001' },
    ])
    expect(shown.names.map(({ value }: { value: string }) => value).sort()).toEqual([
      'Maria Nowak',
      'maria.n',
    ])
    expect(shown.conversations).toHaveLength(2)
    expect(shown.events).toEqual([])
  })
})

describe('whoever writes again', () => {
  it.each<[string, Who, 'phone' | 'userId' | null]>([
    ['by the number alone that they are known by', 'phone', null],
    ['by the user id alone that they are known by', 'userId', null],
    ['by both', 'both', null],
    ['who was seen with a number after somebody else', 'nextOwner', null],
    ['whose number is somebody else’s', 'formerOwner', null],
    ['who had another number before, and hides the one of today', 'moved', 'phone'],
  ])('%s goes on in their thread as who they were', async (_, who, hides) => {
    await receive(shop, said(`${who}-4`, PEOPLE[who], -1, hides))
    expect(await rowOf(threadIds[who])).toMatchObject({
      id: threadIds[who],
      contact: told(who),
      unreadCount: 2,
      window: { isOpen: true, expiresAt: until(-1) },
    })
    expect(await words(threadIds[who])).toHaveLength(4)
    expect((await show(contactIds[who])).events).toEqual([])
  })

  it('from the newer of two numbers alone is still who had it last', async () => {
    await receive(shop, said('moved-5', PEOPLE.moved, -0.9, 'userId'))
    expect(await rowOf(threadIds.moved)).toMatchObject({ contact: told('moved'), unreadCount: 3 })
  })

  it('to another number of ours goes on in the thread that is there', async () => {
    const payload = delivery(
      shop.acme,
      [said('both-support-2', PEOPLE.both, -0.5)],
      shop.acme.account.numbers[1]!.id,
    )
    expect(await shop.acme.deliver(payload)).toBe(200)
    await shop.drain()
    expect(await rowOf(secondThread)).toMatchObject({
      contact: told('both'),
      unreadCount: 2,
      window: { isOpen: true, expiresAt: until(-0.5) },
    })
    expect(await rowOf(threadIds.both)).toMatchObject({ unreadCount: 2, window: { expiresAt: until(-1) } })
  })

  it('in the spelling of today is found under the one that was kept', async () => {
    await receive(shop, said('oldSpelling-4', { ...PEOPLE.oldSpelling, phone: '+5511991234567' }, -1))
    expect(await rowOf(threadIds.oldSpelling)).toMatchObject({
      contact: { ...told('oldSpelling'), phone: '+5511991234567' },
      unreadCount: 2,
      window: { expiresAt: until(-1) },
    })
    expect(await words(threadIds.oldSpelling)).toHaveLength(4)
  })

  it('and was kept under both spellings, is one person with one thread from then on', async () => {
    await receive(shop, said('spelling-4', PEOPLE.spelling, -1))
    const one = await rowOf(threadIds.spelling)
    expect(one).toMatchObject({
      contact: { phone: '+5521987654321', displayName: 'Bruna' },
      unreadCount: 3,
      window: { expiresAt: until(-1) },
    })
    expect((await rowOf(threadIds.otherSpelling)).id).toBe(one.id)
    expect(await words(one.id)).toHaveLength(7)
  })

  it('by a number and a user id that were two contacts, is one person by that proof', async () => {
    const { phone } = PEOPLE.proofPhone
    await receive(shop, said('proof-4', { ...PEOPLE.proofUserId, phone }, -1))
    const one = await rowOf(threadIds.proofPhone)
    expect(one).toMatchObject({
      contact: { phone, userId: 'PL.80', displayName: 'Kuba K' },
      unreadCount: 3,
      window: { expiresAt: until(-1) },
    })
    expect((await rowOf(threadIds.proofUserId)).id).toBe(one.id)
    expect(await words(one.id)).toHaveLength(7)
    expect((await show(one.contact.id)).events).toMatchObject([{ kind: 'merged', reason: 'same_phone' }])
  })
})

it('nobody else was mixed up, and nothing that was said is gone', async () => {
  const rows = await conversationsOf(shop)
  expect(rows).toHaveLength(11)
  const merged: Who[] = ['spelling', 'otherSpelling', 'proofPhone', 'proofUserId', 'oldSpelling']
  for (const who of Object.keys(PEOPLE) as Who[]) {
    if (!merged.includes(who)) expect((await rowOf(threadIds[who])).contact).toMatchObject(told(who))
  }
  const [{ count }] = (await shop.sql('select count(*)::int from cc_external_messages')) as [
    { count: number },
  ]
  expect(count).toBe(11 * 3 + 1 + 1 + 11)
})

it('once the portfolio of the account is learnt, user ids are its own, and everybody is who they were', async () => {
  const before = await conversationsOf(shop)
  const { items } = (await shop.acme.admin('get', '/api/channel_whatsapp/connections').expect(200)).body
  await shop.acme.admin('post', `/api/channel_whatsapp/connections/${items[0].id}/refresh`).expect(200)
  const namespaces = await shop.sql(
    "select distinct namespace from cc_contact_identities where kind = 'user_id'",
  )
  expect(namespaces).toEqual([{ namespace: expect.stringMatching(/^portfolio:/) }])
  await receive(shop, said('userId-5', PEOPLE.userId, -0.2))
  const after = await conversationsOf(shop)
  const whose = (list: { id: string; contact: object }[]) =>
    Object.fromEntries(list.map(({ id, contact }) => [id, contact]))
  expect(whose(after)).toEqual(whose(before))
  expect(await rowOf(threadIds.userId)).toMatchObject({ unreadCount: 3, contact: told('userId') })
})

it('a picture comes in, where no place for files was ever set up', async () => {
  await mariaSends(shop, 'image', null)
  await shop.drain()
  const [file] = (await lastMessage(shop)).files
  expect(file).toMatchObject({ state: 'stored' })
  await fetchFile(shop, file.url).expect(200)
  expect((await conversationsOf(shop))[0]).toMatchObject({ id: threadIds.both })
})
