import {
  fieldRef,
  identityRef,
  messageRef,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/delivery-refs'
import { emptyInbox } from './support/inbox.ts'
import { change, delivery, statusReport, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => emptyInbox(shop))

interface Entry {
  state: string
  verdict: string
  outcome: Record<string, unknown>
}

async function entries(): Promise<Entry[]> {
  return shop.sql<Entry>('select state, verdict, outcome from cc_webhook_deliveries order by id')
}

const foundBy = async (ref: bigint) =>
  (await shop.sql('select 1 from cc_webhook_deliveries where refs @> array[?::bigint]', [ref])).length

it('a delivery is found by what it names, and says how it was judged and what became of it', async () => {
  const items = [
    textMessage({ id: 'm1' }),
    textMessage({ id: 'm1' }),
    statusReport({ id: 'out1', status: 'read', at: 1 }),
  ]
  await shop.acme.deliver(delivery(shop.acme, items))
  expect(await foundBy(messageRef(shop.acme.tenantId, 'm1'))).toBe(0)
  await shop.drain()
  expect(await entries()).toMatchObject([
    { state: 'applied', verdict: 'signed', outcome: { messages: 1, statuses: 1, duplicates: 1, foreign: 0 } },
  ])
  const found = ['m1', 'out1', 'm2'].map((id) => foundBy(messageRef(shop.acme.tenantId, id)))
  expect(await Promise.all(found)).toEqual([1, 1, 0])
  expect(await foundBy(messageRef(shop.birch.tenantId, 'm1'))).toBe(0)
  // By the very hashes that who wrote it is kept under.
  const people = await shop.sql<{ kind: 'phone' | 'user_id'; hash: string }>(
    'select kind, value_hash as hash from cc_contact_identities order by kind',
  )
  expect(people.map(({ kind }) => kind)).toEqual(['phone', 'user_id'])
  for (const { kind, hash } of people)
    expect(await foundBy(identityRef(shop.acme.tenantId, { kind, valueHash: hash }))).toBe(1)
})

it('what nobody understands is found by its field, with a hint; what is no delivery says why', async () => {
  await shop.acme.deliver(delivery(shop.acme, [change('crystal_ball', { sees: 'a storm' })]))
  await shop.acme.deliver({ object: 'something else' })
  await shop.drain()
  const [odd, unreadable] = await entries()
  expect(odd!.outcome).toMatchObject({
    ignored: 1,
    fields: { crystal_ball: 1 },
    hints: { crystal_ball: 'not_understood' },
  })
  expect(unreadable!.outcome).toMatchObject({ unreadable: true, unreadableReason: expect.any(String) })
  expect(await foundBy(fieldRef(shop.acme.tenantId, 'crystal_ball'))).toBe(1)
})
