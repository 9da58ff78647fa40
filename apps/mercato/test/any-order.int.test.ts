import fc from 'fast-check'
import { emptyInbox, threadOf } from './support/inbox.ts'
import {
  call,
  change,
  delivery,
  echo,
  fromMaria,
  type Item,
  MARIA,
  statusReport,
  textMessage,
} from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const T = Math.floor(Date.UTC(2026, 10, 21, 9) / 1000)

/**
 * Ten people; one is known by phone first, by user id then, and by both in the end; one number changes hands. Maria also
 * reacts, edits, withdraws and calls, the business answers her on its own phone, and its history tells of her too.
 */
const story: Item[] = [
  textMessage({ id: 'm1', at: T + 1, text: 'one' }),
  textMessage({ id: 'm2', at: T + 2, text: 'two', name: 'Maria N.' }),
  textMessage({ id: 'm3', at: T + 90, text: 'three', name: 'Maria Nowak-Smith' }),
  textMessage({ id: 'j1', at: T + 3, from: '5511912345678', userId: 'BR.2', name: 'João' }),
  textMessage({ id: 's1', at: T + 4, from: null, userId: 'US.3', name: 'Sam' }),
  textMessage({ id: 'a1', at: T + 5, from: '4915123456789', userId: '', name: 'Anna' }),
  textMessage({ id: 'a2', at: T + 6, from: null, userId: 'DE.4', name: 'Anna S.' }),
  textMessage({ id: 'a3', at: T + 7, from: '4915123456789', userId: 'DE.4', name: 'Anna Schmidt' }),
  textMessage({ id: 'o1', at: T + 8, from: '49300000001', userId: 'DE.old', name: 'Old owner' }),
  textMessage({ id: 'n1', at: T + 9, from: '49300000001', userId: 'DE.new', name: 'New owner' }),
  // From the number alone: the old owner's, the new one's.
  textMessage({ id: 'o2', at: T + 8, from: '49300000001', userId: '', name: 'Old owner' }),
  textMessage({ id: 'n2', at: T + 10, from: '49300000001', userId: '', name: 'New owner' }),
  // Piotr has another number, and so another user id. His old number goes to Ewa.
  textMessage({ id: 'w1', at: T + 11, from: '48700000001', userId: 'PL.31', name: 'Piotr' }),
  change('messages', {
    messages: [
      {
        from: '48700000001',
        id: 'w2',
        timestamp: String(T + 12),
        type: 'system',
        system: { type: 'user_changed_number', wa_id: '48700000002', body: 'Piotr changed' },
      },
    ],
  }),
  change('user_id_update', {
    user_id_update: [
      { user_id: { previous: 'PL.31', current: 'PL.32' }, timestamp: T + 13, detail: 'changed' },
    ],
  }),
  change('messages', {
    messages: [
      {
        from_user_id: 'PL.31',
        id: 'w3',
        timestamp: String(T + 13),
        type: 'system',
        system: { type: 'user_changed_user_id', user_id: 'PL.32', body: 'changed' },
      },
    ],
  }),
  textMessage({ id: 'w4', at: T + 14, from: '48700000002', userId: 'PL.32', name: 'Piotr' }),
  textMessage({ id: 'w5', at: T + 15, from: '48700000001', userId: 'PL.33', name: 'Ewa' }),
  textMessage({ id: 'w6', at: T + 16, from: null, userId: 'PL.32', name: 'Piotr Z.' }),
  // Who Zoe is by phone is told by the report about what was written to her.
  textMessage({ id: 'z1', at: T + 17, from: null, userId: 'FR.41', name: 'Zoe' }),
  textMessage({ id: 'z2', at: T + 18, from: '33600000041', userId: '', name: 'Zoe' }),
  {
    status: {
      id: 'out9',
      status: 'delivered',
      timestamp: String(T + 19),
      recipient_id: '33600000041',
      recipient_user_id: 'FR.41',
    },
  },
  // One line in Brazil, with its ninth digit and without.
  textMessage({ id: 'b1', at: T + 20, from: '5511991234567', userId: '', name: 'Rui' }),
  textMessage({ id: 'b2', at: T + 21, from: '551191234567', userId: '', name: 'Rui' }),
  fromMaria({ id: 'r1', type: 'reaction', content: { message_id: 'e1', emoji: '👍' }, at: T + 30 }),
  fromMaria({ id: 'r2', type: 'reaction', content: { message_id: 'e1', emoji: '🎉' }, at: T + 31 }),
  fromMaria({ id: 'r3', type: 'reaction', content: { message_id: 'm1', emoji: '🙏' }, at: T + 31 }),
  fromMaria({ id: 'r4', type: 'reaction', content: { message_id: 'm1' }, at: T + 32 }),
  fromMaria({
    id: 'edit1',
    type: 'edit',
    content: { original_message_id: 'm2', message: { type: 'text', text: { body: 'two, better' } } },
    at: T + 33,
  }),
  fromMaria({ id: 'revoke1', type: 'revoke', content: { original_message_id: 'm3' }, at: T + 95 }),
  echo({ id: 'e1', text: 'On my way', at: T + 29 }),
  statusReport({ id: 'e1', status: 'read', at: T + 34 }),
  past({ id: 'm1', type: 'text', text: { body: 'one' } }, T + 1),
  past({ id: 'h1', type: 'media_placeholder' }, T - 100),
  past({ id: 'h1', type: 'image', image: { id: '77', mime_type: 'image/jpeg' } }, T - 100),
  call({ id: 'call1', event: 'connect', at: T + 40 }),
  call({ id: 'call1', event: 'terminate', at: T + 80 }),
  ...['sent', 'delivered', 'read'].map((status, index) =>
    statusReport({
      id: 'out1',
      status,
      at: T + 10 + index,
      callbackData: '01990000-0000-7000-8000-000000000001',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    }),
  ),
  statusReport({ id: 'out2', status: 'sent', at: T + 20 }),
  statusReport({
    id: 'out2',
    status: 'failed',
    at: T + 21,
    errors: [{ code: 131026, title: 'Undeliverable' }],
  }),
].map((item) => ('message' in item && item.message.from_user_id === '' ? withoutUserId(item) : item))

/** Out of the history that the business shared. */
function past(message: object, at: number): Item {
  const told = { from: MARIA.from, timestamp: String(at), history_context: { status: 'READ' }, ...message }
  const threads = [{ id: MARIA.from, messages: [told] }]
  return change('history', { history: [{ metadata: { phase: 0, chunk_order: 1, progress: 50 }, threads }] })
}

function withoutUserId(item: Extract<Item, { message: object }>): Item {
  const { from_user_id: _, ...message } = item.message
  const { user_id: __, ...contact } = item.contact
  return { message, contact }
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

interface Window {
  openedBy: { messageId: string } | null
}

/** What is left, by names that do not depend on the ids of this run. */
async function endState() {
  const messages = await shop.sql<{
    ours: string
    id: string
    conversation: string
    status: string
    at: string
  }>(
    `select id as ours, external_message_id as id, conversation_id as conversation, status, error ->> 'code' as error,
            content_type, extract(epoch from sent_at)::int as at
     from cc_external_messages order by external_message_id`,
  )
  const names = new Map<string, string>()
  const said = new Map(messages.map(({ ours, id }) => [ours, id]))
  for (const { id, conversation } of messages) names.set(conversation, names.get(conversation) ?? id)
  const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations?limit=100')
  const conversations = body.items.map(
    (one: { id: string; contact: object; unreadCount: number; window: Window; lastMessage: object }) => ({
      first: names.get(one.id),
      contact: { ...one.contact, id: undefined },
      unreadCount: one.unreadCount,
      window: { ...one.window, openedBy: said.get(one.window.openedBy?.messageId ?? '') },
      lastMessage: one.lastMessage,
    }),
  )
  const threads = await Promise.all(
    body.items.map(async (one: { id: string }) => {
      const items = await threadOf(shop, one.id)
      return items.map((item: Record<string, unknown>) => {
        const { reactions, editedAt, revokedAt, call, origin, sentAt } = item
        // The file is another row each time.
        const content = JSON.parse(
          JSON.stringify(item.content, (key, value) => (key === 'fileId' ? null : value)),
        )
        return { content, reactions, editedAt, revokedAt, call, origin, sentAt }
      })
    }),
  )
  return {
    threads: threads.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    messages: messages.map(({ ours: _, ...message }) => ({
      ...message,
      conversation: names.get(message.conversation),
    })),
    conversations: conversations.sort((a: { first: string }, b: { first: string }) =>
      a.first < b.first ? -1 : 1,
    ),
    reports: await shop.sql(
      `select external_message_id, status, extract(epoch from occurred_at)::int as at, pricing, message_id is not null as tied
       from cc_message_status_events order by 1, 2`,
    ),
    contacts: (
      await shop.sql(
        `select count(distinct contact_id)::int as count from cc_external_conversations
         where merged_into_id is null and (last_message_at is not null or id = '01990000-0000-7000-8000-0000000000c2')`,
      )
    )[0],
  }
}

/** A message of ours that waits for its reports. */
async function reset(): Promise<void> {
  await emptyInbox(shop)
  await shop.sql(
    `with channel as (select * from cc_communication_channels where external_identifier = ?),
     contact as (insert into cc_external_contacts (id, tenant_id, organization_id, provider_key)
       select '01990000-0000-7000-8000-0000000000c1', tenant_id, organization_id, provider_key from channel),
     conversation as (insert into cc_external_conversations (id, tenant_id, organization_id, channel_id, contact_id)
       select '01990000-0000-7000-8000-0000000000c2', tenant_id, organization_id, id,
              '01990000-0000-7000-8000-0000000000c1' from channel)
     insert into cc_external_messages (id, tenant_id, organization_id, channel_id, conversation_id, direction,
       external_message_id, content_type, content, status, status_rank, sent_at)
     select v.id::uuid, tenant_id, organization_id, channel.id, '01990000-0000-7000-8000-0000000000c2', 'outbound',
            v.external, 'text', '{"type":"text","text":"ours"}', v.status, v.rank, '2026-11-21T08:00:00Z'
     from channel, (values ('01990000-0000-7000-8000-000000000001', null, 'unknown', 2),
                           ('01990000-0000-7000-8000-000000000002', 'out2', 'sent', 3))
       as v (id, external, status, rank)`,
    [shop.acme.account.numbers[0]!.id],
  )
}

/** Delivers in the given order, cut into deliveries, worked off by so many workers at once after each few. */
async function play(items: Item[], cuts: number[], workers: number): Promise<void> {
  await reset()
  let rest = items
  for (let turn = 0; rest.length > 0; turn++) {
    const size = 1 + ((cuts[turn % cuts.length] ?? 0) % 5)
    expect(await shop.acme.deliver(delivery(shop.acme, rest.slice(0, size)))).toBe(200)
    rest = rest.slice(size)
    if ((cuts[turn % cuts.length] ?? 0) % 2 === 0) await work(workers)
  }
  await work(workers)
}

/** Each has its own entity manager, and so its own connection. */
async function work(workers: number): Promise<void> {
  await Promise.all(Array.from({ length: workers }, () => shop.drain()))
}

describe('deliveries', () => {
  it('end in one state, whatever their order, their cut, their repetition and the number of workers', async () => {
    await play(story, [0], 1)
    const expected = await endState()
    expect(expected.contacts).toEqual({ count: 11 })
    expect(expected.messages.map((message) => [message.id, message.status])).toContainEqual(['out1', 'read'])

    const indexes = story.map((_, index) => index)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.nat(indexes.length - 1), { maxLength: 8 }),
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
      // What fits into this time is tried; each run of the suite tries others.
      { numRuns: 12, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: false },
    )
  }, 120_000)
})
