import fc from 'fast-check'
import { answers, decide, forgetEverybody, ledger, outcomes, standing } from './support/consentWords.ts'
import { receive } from './support/inbox.ts'
import { ledgerOf } from './support/ledger.ts'
import { openStandInShop } from './support/outbox.ts'
import { change, delivery, type Item, MARIA, MARIA_AS_CONTACT, NOW, textMessage } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'

/** An hour ago: nobody agrees to anything meanwhile. */
const T = NOW - 3600

let shop: Shop
openStandInShop((opened) => {
  shop = opened.shop
})
beforeEach(() => forgetEverybody(shop))

const said = (id: string, text: string, at: number) => textMessage({ id: `wamid.${id}`, text, at: T + at })
const chosen = (value: string, at: number) =>
  change('user_preferences', {
    contacts: [MARIA_AS_CONTACT],
    user_preferences: [
      {
        ...{ wa_id: MARIA.from, user_id: MARIA.from_user_id, category: 'marketing_messages' },
        ...{ detail: 'The user chose', value, timestamp: T + at },
      },
    ],
  })

describe('two opposite words of one second', () => {
  const stop = said('stop', 'STOP', 0)
  const start = said('start', 'START', 0)

  it.each([
    ['STOP first', [stop, start]],
    ['START first', [start, stop]],
  ])('end as STOP, with %s', async (_, inOrder) => {
    for (const one of inOrder) await receive(shop, one)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })

  it('end as STOP, when they come together', async () => {
    await receive(shop, start, stop)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    // Who is told that they get offers gets none: so they are not told.
    expect(await outcomes(shop, 'reply')).toEqual(
      expect.arrayContaining([{ skipped: 'overtaken' }, { messageId: expect.any(String) }]),
    )
  })
})

describe('what customers choose in the settings of the provider', () => {
  it('counts as if they had written it, and is answered there and not here', async () => {
    await receive(shop, said('s1', 'START', 0))
    await receive(shop, chosen('stop', 1))
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    await receive(shop, chosen('resume', 2))
    expect(await standing(shop)).toEqual({ marketing: 'opted_in' })
    expect((await ledger(shop)).map(({ source }) => source)).toEqual(['message', 'platform', 'platform'])
    expect(await answers(shop)).toHaveLength(1)
  })

  it.each([
    ['is no consent where there was none', ['stop', 'resume'], 'none'],
    ['is one where they sign up', ['signup'], 'opted_in'],
  ])('%s', async (_, choices, state) => {
    for (const [after, choice] of choices.entries()) await receive(shop, chosen(choice, after))
    expect(await standing(shop)).toEqual({ marketing: state })
  })

  it('does not take back what they wrote to the business', async () => {
    await receive(shop, said('s1', 'START', 0))
    await receive(shop, said('s2', 'STOP', 1))
    await receive(shop, chosen('stop', 2), chosen('resume', 3))
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })
})

/** What Maria says in an hour, all of it about the same. */
const story: Item[] = [
  said('o1', 'STOP', 1),
  said('o2', 'START', 2),
  chosen('stop', 3),
  said('o3', 'Hello', 4),
  chosen('resume', 5),
  said('o4', 'Wypisz mnie', 6),
  said('o5', 'zapisz', 6),
  said('o6', 'START', 9),
  said('o7', 'stop', 9),
  said('o8', 'Start', 12),
]

async function endState() {
  const states = await shop.sql(
    `select purpose, state, source, extract(epoch from since)::int as since,
            extract(epoch from confirmed_at)::int as confirmed from cc_consents order by purpose`,
  )
  const said = await ledger(shop)
  return { states, said: said.map((one) => JSON.stringify(one)).sort() }
}

it.each(['marketing', 'everything_but_service'])(
  'what people say ends the same in whatever order and however often it is delivered, where STOP ends %s',
  async (stopEnds) => {
    await decide(shop, { stopEnds }).expect(200)
    await receive(shop, ...story)
    const expected = await endState()
    expect(expected.states).toMatchObject(
      [{ state: 'opted_in' }].concat(stopEnds === 'marketing' ? [] : [{ state: 'opted_in' }]),
    )

    const deliveries = fc
      .shuffledSubarray([...story, ...story], { minLength: story.length * 2 })
      .chain((items) =>
        fc
          .array(fc.integer({ min: 1, max: 4 }), { minLength: items.length, maxLength: items.length })
          .map((sizes) => {
            const rest = [...items]
            return sizes.map((size) => rest.splice(0, size)).filter((some) => some.length > 0)
          }),
      )
    await fc.assert(
      fc.asyncProperty(deliveries, async (batches) => {
        await forgetEverybody(shop)
        await decide(shop, { stopEnds }).expect(200)
        for (const [index, items] of batches.entries()) {
          expect(await shop.acme.deliver(delivery(shop.acme, items))).toBe(200)
          if (index % 3 === 0) await shop.drain()
        }
        await shop.drain()
        expect(await endState()).toEqual(expected)
      }),
      { numRuns: 4 },
    )
  },
  60_000,
)

it('many who say it at once, to many workers, are each heard once, while staff record what they were told', async () => {
  const people = Array.from({ length: 24 }, (_, n) => ({
    from: `487100000${10 + n}`,
    userId: `PL.88${10 + n}`,
  }))
  await receive(shop, ...people.map((one, n) => textMessage({ id: `wamid.h${n}`, at: T, ...one })))
  for (const [n, one] of people.entries()) {
    const words = ['START', 'STOP'].map((text, m) =>
      textMessage({ ...one, id: `wamid.${m}.${n}`, text, at: T + 1 + m }),
    )
    await Promise.all(words.map((item) => shop.acme.deliver(delivery(shop.acme, [item]))))
  }
  const told = people.slice(0, 8).map(({ from }, n) =>
    shop.acme
      .admin('post', '/api/communication_channels/consents')
      .set('idempotency-key', `told-${n}`)
      .send({
        ...{ phone: `+${from}`, purposes: ['utility'], change: 'opt_in', source: 'staff' },
        ...{ text: 'May we write about your orders?', evidence: { note: 'On the phone' } },
      })
      .then(({ status }) => status),
  )
  const workers = Array.from({ length: 4 }, () => shop.drain())
  expect(await Promise.all(told)).toEqual(told.map(() => 201))
  await Promise.all(workers)
  await shop.drain()
  const counts = await shop.sql(
    'select purpose, kind, count(*)::int as count from cc_consent_events group by 1, 2 order by 1, 2',
  )
  expect(counts).toEqual([
    { purpose: 'marketing', kind: 'opted_in', count: 24 },
    { purpose: 'marketing', kind: 'opted_out', count: 24 },
    { purpose: 'utility', kind: 'opted_in', count: 8 },
  ])
  expect(
    await shop.sql(
      `select count(*)::int as count from cc_consents where purpose = 'marketing' and state = 'opted_out'`,
    ),
  ).toEqual([{ count: 24 }])
  const { body } = await shop.acme.admin('get', '/api/communication_channels/consents/verify').expect(200)
  expect(body).toMatchObject({ holds: true, checked: 56 })
}, 60_000)

describe('where everybody is asked for a second yes, what they say to the question', () => {
  it.each<[string, [text: string, at: number][], { state: string; confirmed: number | null }]>([
    [
      'counts with the first yes',
      [
        ['Yes', 20],
        ['yes!', 30],
      ],
      { state: 'opted_in', confirmed: T + 20 },
    ],
    [
      'may be taken back',
      [
        ['Yes', 20],
        ['No', 30],
      ],
      { state: 'opted_out', confirmed: null },
    ],
    [
      'is no, where it is both in one second',
      [
        ['Yes', 20],
        ['No', 20],
      ],
      { state: 'opted_out', confirmed: null },
    ],
    ['is yes, where they write START to it', [['START', 20]], { state: 'opted_in', confirmed: T + 20 }],
    [
      'is nothing any more after STOP',
      [
        ['STOP', 20],
        ['Yes', 21],
      ],
      { state: 'opted_out', confirmed: null },
    ],
    [
      'needs another question after STOP',
      [
        ['STOP', 20],
        ['START', 21],
      ],
      { state: 'opted_in', confirmed: null },
    ],
  ])('%s', async (_, words, expected) => {
    const items = words.map(([text, at], nth) => said(`q${nth}`, text, at))
    const ways = [items.map((one) => [one]), items.toReversed().map((one) => [one]), [items]]
    for (const batches of ways) {
      await forgetEverybody(shop)
      await receive(shop, said('q', 'Hello', 0))
      await asked(10)
      await decide(shop, { doubleOptIn: true }).expect(200)
      for (const some of batches) await receive(shop, ...some)
      const { states } = await endState()
      expect(states).toMatchObject([expected])
    }
  })
})

/** Maria had agreed on a form, and was asked that many seconds later whether she means it. */
async function asked(after: number): Promise<void> {
  const acme = await ledgerOf(shop)
  const [thread] = await shop.sql<{ contactId: string; id: string }>(
    'select contact_id as "contactId", id from cc_external_conversations',
  )
  const identityId = await acme.identityOf(thread!.contactId, 'user_id')
  const event = { identityId, channelType: 'whatsapp', source: 'form' as const }
  await acme.record([
    { ...event, sourceKey: 'form:1', occurredAt: at(0) },
    { ...event, sourceKey: 'ask:1', kind: 'asked', occurredAt: at(after), expiresAt: at(3600) },
  ])
  await shop.sql(
    `insert into cc_external_messages
       (id, tenant_id, organization_id, channel_id, conversation_id, direction, origin, content_type, content, status,
        status_rank, sent_at, idempotency_key, created_at, updated_at)
     select gen_random_uuid(), tenant_id, organization_id, channel_id, id, 'outbound', 'api', 'text', '{}', 'sent', 2,
            ?, 'consent:1', now(), now()
     from cc_external_conversations where id = ?`,
    [at(after), thread!.id],
  )
}
const at = (seconds: number) => new Date((T + seconds) * 1000)
