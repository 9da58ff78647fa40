import fc from 'fast-check'
import { conversationsOf, emptyInbox } from './support/inbox.ts'
import {
  call,
  delivery,
  echo,
  fromMaria,
  type Item,
  NOW,
  statusReport,
  textMessage,
} from './support/payloads.ts'
import { byBoth, byPhone, byUserId } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

const HOUR = 3600
const T = NOW - 6 * HOUR
const AD = { source_type: 'ad', source_id: '1' }
const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

const withReferral = (item: Item): Item => {
  const { message, contact } = item as Extract<Item, { message: object }>
  return { message: { ...message, referral: AD }, contact }
}
const fromAd = (id: string, at: number) => withReferral(textMessage({ id, at }))

/**
 * Maria comes from an ad twice and is answered twice; what fails, what we write on our phone and what she only changes
 * count for nothing. Jan comes from an ad by his phone and is answered by his user id, before it is known who he is.
 */
const story: Item[] = [
  fromAd('ad1', T),
  fromAd('ad2', T + HOUR),
  textMessage({ id: 'text', at: T + 2 * HOUR }),
  fromMaria({
    id: 'reaction',
    type: 'reaction',
    content: { message_id: 'text', emoji: '👍' },
    at: T + 3 * HOUR,
  }),
  // In the same second: which of the two is told must not depend on which came first.
  textMessage({ id: 'text2', at: T + 3 * HOUR }),
  fromMaria({ id: 'revoke', type: 'revoke', content: { original_message_id: 'text' }, at: T + 4 * HOUR }),
  call({ id: 'call', event: 'connect', at: T + 2 * HOUR }),
  call({ id: 'call', event: 'terminate', at: T + 2 * HOUR + 34 }),
  echo({ id: 'echo', text: 'Hi', at: T + 5 }),
  ...['sent', 'failed'].map((status) => statusReport({ id: 'out1', status, at: T + 10 })),
  ...['sent', 'delivered', 'read'].map((status, at) =>
    statusReport({ id: 'out2', status, at: T + 1800 + at }),
  ),
  statusReport({ id: 'out3', status: 'delivered', at: T + 2 * HOUR }),
  withReferral(byPhone('jan1', '48600000095', T, 'Jan')),
  byUserId('jan2', 'PL.95', T + 30, 'Janek'),
  byBoth('jan3', '48600000095', 'PL.95', T + 60, 'Janek'),
  statusReport({ id: 'out4', status: 'sent', at: T + 600 }),
]

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function endState() {
  const names = new Map(
    (
      await shop.sql<{ id: string; name: string }>(
        'select id, external_message_id as name from cc_external_messages where external_message_id is not null',
      )
    ).map(({ id, name }) => [id, name]),
  )
  const conversations = await conversationsOf(shop)
  return Object.fromEntries(
    conversations.map(({ contact, window }: { contact: Named; window: Window }) => {
      const openedBy = window.openedBy && {
        ...window.openedBy,
        messageId: names.get(window.openedBy.messageId),
      }
      return [contact.userId, { ...window, openedBy }]
    }),
  )
}

interface Named {
  userId: string | null
}
interface Window {
  openedBy: { messageId: string } | null
}

const expected = {
  'PL.100000000000001': {
    isRequired: true,
    isOpen: true,
    expiresAt: iso(T + 27 * HOUR),
    openedBy: { messageId: 'text', contentType: 'reaction', at: iso(T + 3 * HOUR) },
    freeEntry: { isOpen: true, expiresAt: iso(T + 74 * HOUR), offeredUntil: null },
  },
  'PL.95': {
    isRequired: true,
    isOpen: true,
    expiresAt: iso(T + 60 + 24 * HOUR),
    openedBy: { messageId: 'jan3', contentType: 'text', at: iso(T + 60) },
    freeEntry: { isOpen: true, expiresAt: iso(T + 600 + 72 * HOUR), offeredUntil: null },
  },
}

/** Answers of ours have left to both already, by the user id; their reports are in the story. */
async function reset(): Promise<void> {
  await emptyInbox(shop)
  const before = T - 20 * HOUR
  await shop.acme.deliver(
    delivery(shop.acme, [textMessage({ id: 'm0', at: before }), byUserId('j0', 'PL.95', before)]),
  )
  await shop.drain()
  await shop.sql(
    `insert into cc_external_messages (id, tenant_id, organization_id, channel_id, conversation_id, identity_id, direction,
       origin, external_message_id, content_type, content, status, status_rank, sent_at)
     select gen_random_uuid(), m.tenant_id, m.organization_id, m.channel_id, m.conversation_id, m.identity_id,
            'outbound', 'api', v.external, 'text', '{"type":"text","text":"ours"}', 'sent', 3, to_timestamp(v.at)
     from (values ('m0', 'out1', ${T + 9}), ('m0', 'out2', ${T + 1790}), ('m0', 'out3', ${T + HOUR}),
                  ('j0', 'out4', ${T + 590})) as v (thread, external, at)
     join cc_external_messages m on m.external_message_id = v.thread`,
  )
}

async function play(items: Item[], cuts: number[], workers: number): Promise<void> {
  await reset()
  let rest = items
  for (let turn = 0; rest.length > 0; turn++) {
    const size = 1 + (cuts[turn % cuts.length]! % 5)
    expect(await shop.acme.deliver(delivery(shop.acme, rest.slice(0, size)))).toBe(200)
    rest = rest.slice(size)
    if (turn % 2 === 0 || rest.length === 0)
      await Promise.all(Array.from({ length: workers }, () => shop.drain()))
  }
}

describe('the windows of conversations', () => {
  it('end the same, whatever the order, the repetition, the cut and the number of workers', async () => {
    await play(story, [0], 1)
    expect(await endState()).toEqual(expected)
    const indexes = story.map((_, index) => index)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.nat(indexes.length - 1), { maxLength: 6 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        async (order, repeated, cuts, workers) => {
          await play(
            [...order, ...repeated].map((index) => story[index]!),
            cuts,
            workers,
          )
          expect(await endState()).toEqual(expected)
        },
      ),
      { numRuns: 10, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    )
  }, 90_000)
})
