import { receive } from './support/inbox.ts'
import { JANS_PHONE, janInLedger } from './support/ledger.ts'
import { byPhone, HUB, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Whatever somebody writes into the ledger behind the hub's back, it says what was done, and accuses no other entry of it.

let shop: Shop
let jan: Awaited<ReturnType<typeof janInLedger>>
beforeAll(async () => {
  shop = await openShop()
  jan = await janInLedger(shop)
})
beforeEach(() => jan.restore())
afterAll(() => shop?.close())

let nth = 0
const rewrite = (change: string) => shop.sql(`update cc_consent_events set ${change}`)
const more = (count: number) =>
  jan.ledger.record(
    Array.from({ length: count }, (_, at) => ({ identityId: jan.identityId, sourceKey: `more:${at}` })),
  )
const recordOptIn = (at: number) =>
  jan.ledger.record([
    { identityId: jan.identityId, sourceKey: `order:at${at}`, occurredAt: new Date(at * 1000) },
  ])
const found = async () => {
  const { holds, findings } = await jan.verify()
  expect(holds).toBe(false)
  return findings.map(({ kind, seq }: { kind: string; seq: number | null }) => `${kind} ${seq}`)
}

describe('a time that nobody can have said', () => {
  const TIMES = [
    `confirmed_at = '-infinity'`,
    `expires_at = 'infinity'`,
    `recorded_at = 'infinity'`,
    `occurred_at = '-infinity'`,
    `occurred_at = 'infinity'`,
    `occurred_at = '20000-01-01'`,
    `occurred_at = (to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || ' UTC BC')::timestamptz`,
  ]

  it.each(TIMES)('is found out: %s', async (change) => {
    await rewrite(`${change} where seq = 4`)
    expect(await found()).toEqual(['changed 4'])
  })

  it.each(TIMES)('does not end an export: %s', async (change) => {
    await rewrite(`${change} where seq = 4`)
    const { entries } = (await shop.acme.admin('get', `${HUB}/consents/ledger`).expect(200)).body
    expect(entries).toHaveLength(10)
  })

  it.each(TIMES)('keeps nobody from being shown, nor from being heard: %s', async (change) => {
    await rewrite(`${change} where seq = 4`)
    const { body } = await shop.acme.agent('get', `${HUB}/contacts/${jan.contactId}/consents`).expect(200)
    expect(body.events.length).toBeGreaterThanOrEqual(9)
    await recordOptIn(T + 1200)
    await receive(shop, byPhone(`stop${++nth}`, JANS_PHONE, T + 1800, 'Jan', 'STOP'))
    expect(await jan.ledger.standings()).toEqual({ [jan.contactId]: 'opted_out' })
    await recordOptIn(T + 3000)
    expect(await jan.ledger.standings()).toEqual({ [jan.contactId]: 'opted_in' })
  })

  it('does not take back the word of who wants no more', async () => {
    await jan.ledger.record([{ identityId: jan.identityId, sourceKey: 'stop:1', kind: 'opted_out' }])
    await rewrite(`occurred_at = '-infinity' where kind = 'opted_out'`)
    await recordOptIn(T + 3000)
    expect(await jan.ledger.standings()).toEqual({ [jan.contactId]: 'opted_out' })
  })
})

describe('a number that no entry has', () => {
  it.each([-3, 0])('%i is told of the one that has it', async (seq) => {
    await rewrite(`seq = ${seq} where seq = 3`)
    const { findings } = await jan.verify()
    expect(findings).toMatchObject([
      { kind: 'reordered', seq, sentence: `Entry ${seq} was recorded as entry 3: it was moved.` },
    ])
  })

  it('is told also where nobody can count on from it', async () => {
    await more(490)
    await rewrite(`seq = ${2n ** 63n - 1n} where seq = 3`)
    expect((await found()).map((one: string) => one.split(' ')[0])).toEqual(['reordered'])
  })
})

it('says that none is gone of those that it did not come to', async () => {
  await more(690)
  await shop.sql(`update cc_consent_words set words = (select words from cc_consent_words where seq = 5)
    where seq between 100 and 198`)
  await rewrite(`kind = 'opted_out' where seq = 4`)
  const { findings, checked } = await jan.verify()
  expect(checked).toBe(500)
  expect(findings).toHaveLength(100)
  expect(new Set(findings.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['changed', 'words_changed']),
  )
})
