import type { Evidence } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/evidence'
import { partition } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/partition'
import fc from 'fast-check'
import { conversationsOf, emptyInbox } from './support/inbox.ts'
import { workIngest } from './support/mediaShelf.ts'
import { change, delivery, type Item, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// Whatever is told of a few people who share numbers, change them and hide them, in whatever order, cut and repetition:
// the messages end in the same threads, these are what the evidence says, and the same is shown of everybody.

const T = Math.floor(Date.UTC(2026, 10, 20, 9) / 1000)

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

interface Told {
  what: 'phone' | 'user' | 'both' | 'report' | 'renamed' | 'moved'
  phone: number
  user: number
  other: number
  at: number
  name: number
}

const told: fc.Arbitrary<Told> = fc.record({
  what: fc.constantFrom('phone', 'user', 'both', 'both', 'report', 'renamed', 'moved'),
  phone: fc.nat(2),
  user: fc.nat(3),
  other: fc.nat(3),
  at: fc.nat(15),
  name: fc.nat(2),
})

const phoneOf = (n: number) => `4860000010${n}`
const userOf = (n: number) => `PL.10${n}`
const profileOf = (n: number) => ({ name: `Somebody ${n}`, username: `somebody.${n % 2}` })

/** As Meta would tell it; null where nobody becomes themselves. */
function itemOf({ what, phone, user, other, at, name }: Told, index: number): Item | null {
  const id = `m${index}`
  const time = T + at
  const profile = profileOf(name)
  switch (what) {
    case 'phone': {
      const { message, contact } = textMessage({ id, at: time, from: phoneOf(phone) })
      const { from_user_id: _, ...words } = message
      return { message: words, contact: { wa_id: contact.wa_id, profile: { name: profile.name } } }
    }
    case 'user':
    case 'both': {
      const from = what === 'both' ? phoneOf(phone) : null
      const { message, contact } = textMessage({ id, at: time, from, userId: userOf(user) })
      return { message, contact: { ...contact, profile } }
    }
    case 'report': {
      const names = { recipient_id: phoneOf(phone), recipient_user_id: userOf(user) }
      return { status: { id, status: 'read', timestamp: String(time), ...names } }
    }
    case 'renamed':
      if (user === other) return null
      return change('user_id_update', {
        user_id_update: [{ user_id: { previous: userOf(user), current: userOf(other) }, timestamp: time }],
      })
    case 'moved': {
      if (phone === other % 3) return null
      const system = { type: 'user_changed_number', wa_id: phoneOf(other % 3), body: 'changed' }
      const message = { from: phoneOf(phone), id, timestamp: String(time), type: 'system', system }
      return change('messages', { messages: [message] })
    }
  }
}

interface Inbox {
  threads: string[][]
  /** Of each thread: who it is with, its window and what is unread in it. */
  shown: object[]
}

async function play(items: Item[], cuts: number[]): Promise<Inbox> {
  await emptyInbox(shop)
  let rest = items
  for (let turn = 0; rest.length > 0; turn++) {
    const size = 1 + (cuts[turn % cuts.length] ?? 0)
    expect(await shop.acme.deliver(delivery(shop.acme, rest.slice(0, size)))).toBe(200)
    rest = rest.slice(size)
    if ((cuts[turn % cuts.length] ?? 0) % 2 === 0) await workIngest(shop)
  }
  await Promise.all([workIngest(shop), workIngest(shop)])
  return inbox()
}

async function inbox(): Promise<Inbox> {
  const rows = await shop.sql<{ id: string; ids: string[] }>(
    `select conversation_id as id, array_agg(external_message_id order by external_message_id) as ids
     from cc_external_messages group by conversation_id`,
  )
  const idsOf = new Map(rows.map(({ id, ids }) => [id, ids]))
  const listed = await conversationsOf(shop)
  const shown = listed.map(({ id, contact, window, unreadCount }: Listed) => {
    const { phone, userId, username, displayName } = contact
    // Ids are new in every world.
    const { openedBy, ...open } = window
    const shownWindow = { ...open, openedAt: openedBy?.at ?? null }
    return { ids: idsOf.get(id), phone, userId, username, displayName, window: shownWindow, unreadCount }
  })
  const byMessages = (a: { ids: string[] }, b: { ids: string[] }) => (String(a.ids) < String(b.ids) ? -1 : 1)
  return { threads: rows.map(({ ids }) => ids).sort(), shown: shown.sort(byMessages) }
}

interface Listed {
  id: string
  contact: Record<string, string | null>
  window: { openedBy: { at: string } | null }
  unreadCount: number
}

/** By the evidence as it was kept, all of it at once. */
async function threadsByEvidence(): Promise<string[][]> {
  const identities = await shop.sql<{ id: string; kind: string; namespace: string; name: string }>(
    `select id, kind, namespace, concat_ws('|', kind, namespace, value_hash) as name from cc_contact_identities`,
  )
  const names = new Map(identities.map(({ id, name }) => [id, name]))
  const evidence: Evidence = {
    users: identities.filter(({ kind }) => kind === 'user_id'),
    phones: identities.filter(({ kind }) => kind === 'phone').map(({ id }) => id),
    claims: await shop.sql(
      `select phone_id as "phoneId", user_id as "userId", (extract(epoch from first_at) * 1000)::float8 as "firstAt",
              (extract(epoch from last_at) * 1000)::float8 as "lastAt" from cc_identity_claims`,
    ),
    successions: await shop.sql(
      `select from_id as "fromId", to_id as "toId", (extract(epoch from at) * 1000)::float8 as at
       from cc_identity_successions`,
    ),
    decisions: [],
  }
  const found = partition(evidence, (id) => names.get(id)!)
  const messages = await shop.sql<{ id: string; identityId: string; at: number }>(
    `select external_message_id as id, identity_id as "identityId", (extract(epoch from sent_at) * 1000)::float8 as at
     from cc_external_messages`,
  )
  const personOf = ({ identityId, at }: { identityId: string; at: number }) => {
    const from = found.tenures.get(identityId)?.findLast((border) => border <= at) ?? null
    return found.people.findIndex(({ nodes }) =>
      nodes.some((node) => node.identityId === identityId && node.from === from),
    )
  }
  const by = Map.groupBy(messages, personOf)
  return [...by.values()].map((of) => of.map(({ id }) => id).sort()).sort()
}

it('people are what the evidence says, in whatever order it was told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { minLength: 3, maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
      async (story, randoms, cuts) => {
        const items = story.flatMap((one, index) => itemOf(one, index) ?? [])
        const expected = await play(items, [0])
        expect(expected.threads).toEqual(await threadsByEvidence())
        const shuffled = [...items, ...items.slice(0, 2)]
          .map((item) => ({ item, by: randoms.next().value! }))
          .sort((a, b) => a.by - b.by)
          .map(({ item }) => item)
        expect(await play(shuffled, cuts)).toEqual(expected)
        expect(await threadsByEvidence()).toEqual(expected.threads)
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)
