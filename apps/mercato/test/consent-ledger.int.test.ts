import { createHash } from 'node:crypto'
import { jest } from '@jest/globals'
import cli from '@open-mercato/communication-channels/modules/communication_channels/cli'
import { janInLedger, type Ledger } from './support/ledger.ts'
import { HUB, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// What was recorded about consent stays as it was recorded; whoever touches it behind the hub's back is found out.

let shop: Shop
let jan: Awaited<ReturnType<typeof janInLedger>>
let ledger: Ledger
let contactId: string
let identityId: string

beforeAll(async () => {
  shop = await openShop()
  jan = await janInLedger(shop)
  ;({ ledger, contactId, identityId } = jan)
})
beforeEach(() => jan.restore())
afterAll(() => shop.close())

const verify = () => jan.verify()
const rewrite = (change: string) => shop.sql(`update cc_consent_events set ${change}`)
const idOf = async (seq: number) =>
  (await shop.sql<{ id: string }>('select id from cc_consent_events where seq = ?', [seq]))[0]!.id
const exported = async (query = '') =>
  (await shop.acme.admin('get', `${HUB}/consents/ledger${query}`).expect(200)).body

it('holds as long as nobody touches it', async () => {
  const { updatedAt, ...head } = (await verify()).head
  expect(head).toEqual({ seq: 10, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await verify()).toMatchObject({ holds: true, checked: 10, findings: [], erasedWords: 0 })
  expect(Date.parse(updatedAt)).toBeLessThanOrEqual(Date.now())
})

describe('names the entry, the person and what was done to it', () => {
  it.each([
    ['who said it', `identity_id = gen_random_uuid() where seq = 4`],
    ['what it was', `kind = 'opted_out' where seq = 4`],
    ['when it was', `occurred_at = occurred_at - interval '1 year' where seq = 4`],
    ['by less than anybody would see', `recorded_at = recorded_at + interval '1 microsecond' where seq = 4`],
    ['its hash', `hash = repeat('0', 64) where seq = 4`],
  ])('when %s was changed', async (_, change) => {
    const eventId = await idOf(4)
    await rewrite(change)
    const { holds, findings } = await verify()
    expect(holds).toBe(false)
    expect(findings).toMatchObject([
      { kind: 'changed', seq: 4, eventId, sentence: 'Entry 4 is not what was recorded: it was changed.' },
    ])
  })

  it('when it was changed together with its hash', async () => {
    await rewrite(`purpose = 'utility' where seq = 4`)
    await ledger.forgeHash(4)
    expect((await verify()).findings).toMatchObject([
      { kind: 'changed', seq: 4, eventId: await idOf(4), contactId, occurredAt: iso(T + 180) },
    ])
    await rewrite(`purpose = 'utility' where seq = 10`)
    await ledger.forgeHash(10)
    expect((await verify()).findings).toMatchObject([{ seq: 4 }, { kind: 'changed', seq: 10 }])
  })

  it('when it was removed', async () => {
    const eventId = await idOf(4)
    await shop.sql('delete from cc_consent_events where seq = 4')
    expect((await verify()).findings).toEqual([
      { kind: 'removed', seq: 4, eventId, occurredAt: null, contactId: null, sentence: 'Entry 4 is gone.' },
    ])
  })

  it('when the gap was closed behind it', async () => {
    await shop.sql('delete from cc_consent_events where seq = 4')
    await renumber('seq > 4', -1)
    expect((await verify()).findings).toMatchObject([{ kind: 'removed', seq: 4 }])
  })

  it('when one was put in', async () => {
    await renumber('seq > 4', 1)
    await copy(4, 5)
    const eventId = await idOf(5)
    expect((await verify()).findings).toMatchObject([{ kind: 'inserted', seq: 5, eventId, contactId }])
    await ledger.forgeHash(5)
    expect((await verify()).findings).toMatchObject([{ kind: 'inserted', seq: 5, eventId, contactId }])
  })

  it('when one was put on its end', async () => {
    await copy(10, 11)
    await rewrite(`previous_hash = (select hash from cc_consent_heads) where seq = 11`)
    await ledger.forgeHash(11)
    expect((await verify()).findings).toMatchObject([{ kind: 'inserted', seq: 11, eventId: await idOf(11) }])
  })

  it.each([
    ['next to each other', 4, 5],
    ['far from each other', 2, 9],
  ])('when two %s were exchanged', async (_, one, other) => {
    await rewrite(`seq = -1 where seq = ${one}`)
    await rewrite(`seq = ${one} where seq = ${other}`)
    await rewrite(`seq = ${other} where seq = -1`)
    const { findings } = await verify()
    expect(findings.map(({ kind }: { kind: string }) => kind)).not.toContain('changed')
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'reordered', seq: other }))
  })

  it('when its end was cut off', async () => {
    const eventId = await idOf(10)
    await shop.sql('delete from cc_consent_events where seq > 8')
    expect((await verify()).findings).toMatchObject([
      { kind: 'cut_off', seq: 9 },
      { kind: 'cut_off', seq: 10, eventId, contactId, sentence: 'Entry 10 is gone from the end.' },
    ])
  })

  it('when its end was cut off, and said to be there', async () => {
    await shop.sql('delete from cc_consent_events where seq > 8')
    await shop.sql(`update cc_consent_heads set seq = 8, hash = (
      select hash from cc_consent_events where seq = 8)`)
    expect((await verify()).findings).toMatchObject([{ kind: 'head', seq: 8 }])
    await shop.sql('delete from cc_consent_heads')
    expect((await verify()).findings).toMatchObject([{ kind: 'head', seq: null }])
  })

  it('when all of it was taken away, as long as anything is left of it', async () => {
    const eventId = await idOf(1)
    await shop.sql('delete from cc_consent_events')
    await shop.sql('delete from cc_consent_heads')
    const { holds, findings } = await verify()
    expect(holds).toBe(false)
    expect(findings[0]).toMatchObject({ kind: 'cut_off', seq: 1, eventId })
  })

  it('when other words were put in the place of those that were said, or they were taken away', async () => {
    await shop.sql(`update cc_consent_words set words = (select words from cc_consent_words where seq = 5)
      where seq = 4`)
    await shop.sql('delete from cc_consent_words where seq = 7')
    expect((await verify()).findings).toMatchObject([
      { kind: 'words_changed', seq: 4, eventId: await idOf(4), contactId },
      { kind: 'words_missing', seq: 7, eventId: await idOf(7), contactId },
    ])
  })
})

it('goes on holding when words are erased, which are gone then', async () => {
  await shop.acme
    .admin('post', `${HUB}/contacts/${contactId}/consents/erase`)
    .send({ reason: 'He asked for it' })
    .expect(200)
  expect(await verify()).toMatchObject({ holds: true, findings: [], erasedWords: 10 })
  const rows = await shop.sql('select * from cc_consent_words')
  expect(JSON.stringify(rows)).not.toContain('He asked')
  const { events } = await consentsOf()
  expect(events).toHaveLength(10)
  expect(events[0]).toMatchObject({ seq: 10, kind: 'opted_in', text: null, evidence: {}, isErased: true })
})

it('is exported so that anybody can recompute it', async () => {
  const { entries, head, howToRecompute } = await exported()
  let previous = '0'.repeat(64)
  for (const { entry, hash, words } of entries) {
    expect(entry.previousHash).toBe(previous)
    expect(sha256(canonical(entry))).toBe(hash)
    const { salt, ...said } = words
    expect(sha256(salt + canonical(said))).toBe(entry.wordsHash)
    previous = hash
  }
  expect(head).toMatchObject({ seq: 10, hash: previous })
  expect(howToRecompute.length).toBeGreaterThan(3)
  expect((await exported(`?contactId=${contactId}`)).entries).toHaveLength(10)

  await ledger.record([
    { identityId, sourceKey: 'order:x', words: { text: '=1+1', evidence: { note: 'x' } } },
  ])
  const csv = await shop.acme.admin('get', `${HUB}/consents/ledger?format=csv`).expect(200)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toContain(`,'=1+1,`)
  expect(csv.text.trim().split('\n')).toHaveLength(12)
})

it('is verified on the command line, which says what is wrong and ends with 1', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => {})
  const verifyConsents = cli.find(({ command }) => command === 'verify-consents')!
  try {
    await verifyConsents.run([])
    expect(process.exitCode).toBeUndefined()
    await rewrite(`kind = 'opted_out' where seq = 4`)
    await verifyConsents.run([])
    expect(process.exitCode).toBe(1)
    const [good, bad] = said.mock.calls.map(([words]) => String(words))
    expect(good).toMatch(/holds\. 10 entries\. It ends with [0-9a-f]{64}\.$/)
    expect(bad).toContain('DOES NOT HOLD')
    expect(bad).toContain(
      `Entry 4 is not what was recorded: it was changed. (event ${await idOf(4)}, contact `,
    )
  } finally {
    process.exitCode = undefined
    said.mockRestore()
  }
})

it('is one chain without a gap, though several processes append to it at once', async () => {
  const other = await shop.startAnother()
  await ledger.record([{ identityId, sourceKey: 'order:elsewhere' }], other)
  const appended = await Promise.all(
    Array.from({ length: 16 }, (_, nth) =>
      ledger.record([{ identityId, sourceKey: `at once:${nth}` }], nth % 2 ? other : shop.host),
    ),
  )
  expect(appended.flat()).toHaveLength(16)
  expect(await verify()).toMatchObject({ holds: true, checked: 27, head: { seq: 27 } })
})

it('records the same fact once, however often and by however many it is told', async () => {
  const told = () => ledger.record([{ identityId, sourceKey: 'order:again' }])
  const recorded = await Promise.all([told(), told(), told()])
  expect(recorded.flat()).toHaveLength(1)
  expect(await verify()).toMatchObject({ holds: true, checked: 11 })
})

it('is nobody else’s', async () => {
  expect((await shop.birch.admin('get', `${HUB}/consents/verify`).expect(200)).body).toEqual({
    ...{ holds: true, checked: 0, head: null, findings: [], erasedWords: 0 },
  })
  await shop.birch.admin('get', `${HUB}/contacts/${contactId}/consents`).expect(404)
  await shop.birch.admin('get', `${HUB}/consents/ledger?contactId=${contactId}`).expect(404)
  await shop.birch
    .admin('post', `${HUB}/contacts/${contactId}/consents/erase`)
    .send({ reason: 'theirs' })
    .expect(404)
  await shop.acme.agent('get', `${HUB}/consents/verify`).expect(403)
  await shop.acme.agent('get', `${HUB}/contacts/${contactId}/consents`).expect(200)
})

const consentsOf = async () =>
  (await shop.acme.agent('get', `${HUB}/contacts/${contactId}/consents`).expect(200)).body

/** The numbers of some entries, without two having the same one in between. */
async function renumber(which: string, by: number): Promise<void> {
  await rewrite(`seq = -(seq + ${by}) where ${which}`)
  await rewrite(`seq = -seq where seq < 0`)
}

async function copy(from: number, to: number): Promise<void> {
  await shop.sql(`
    insert into cc_consent_events
    select (jsonb_populate_record(e, jsonb_build_object(
      'seq', ${to}::int, 'id', gen_random_uuid(), 'source_key', 'order:forged'))).*
    from cc_consent_events e where seq = ${from}`)
  await rewrite(`previous_hash = (select hash from cc_consent_events where seq = ${from}) where seq = ${to}`)
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** Written here once more, as anybody would who has only the description. */
const canonical = (members: Record<string, unknown>): string =>
  `{${Object.keys(members)
    .sort()
    .map((name) => {
      const value = members[name]
      const isObject = typeof value === 'object' && value !== null
      return `${JSON.stringify(name)}:${isObject ? canonical(value as Record<string, unknown>) : JSON.stringify(value)}`
    })
    .join(',')}}`
