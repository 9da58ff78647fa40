import { emptyTables } from './support/emptyTables.ts'
import { receive } from './support/inbox.ts'
import { JANS_PHONE, janInLedger } from './support/ledger.ts'
import { byPhone, HUB, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Whoever touched the ledger is found out for good, and whoever writes STOP meanwhile is heard all the same.

let shop: Shop
let jan: Awaited<ReturnType<typeof janInLedger>>
beforeAll(async () => {
  shop = await openShop()
  jan = await janInLedger(shop)
})
beforeEach(() => jan.restore())
afterAll(() => shop?.close())

let nth = 0
const sayStop = () => receive(shop, byPhone(`stop${++nth}`, JANS_PHONE, T + 1800 + nth, 'Jan', 'STOP'))
const found = async () => {
  const { findings } = await jan.verify()
  return findings.map(({ kind, seq }: { kind: string; seq: number | null }) => `${kind} ${seq}`)
}

/** As who can write to every table would do it: each hash from there on is worked out anew. */
async function rewriteFrom(seq: number, change: string): Promise<void> {
  await shop.sql(`update cc_consent_events set ${change} where seq = ${seq}`)
  for (let at = seq; at <= 10; at++) {
    await shop.sql(`update cc_consent_events e set previous_hash = before.hash
      from cc_consent_events before where e.seq = ${at} and before.seq = ${at - 1}`)
    await jan.ledger.forgeHash(at)
  }
  await endWith(10)
}

const endWith = (seq: number) =>
  shop.sql(
    `update cc_consent_heads set seq = ${seq}, hash = (select hash from cc_consent_events where seq = ${seq})`,
  )

async function cutOffBehind(seq: number): Promise<void> {
  for (const table of ['cc_consent_events', 'cc_consent_words'])
    await shop.sql(`delete from ${table} where seq > ${seq}`)
}

describe('the next entry does not cover up', () => {
  it.each([
    ['that the ledger was rewritten', () => rewriteFrom(4, `kind = 'opted_out'`), 10],
    ['that its end was cut off', () => cutOffBehind(8).then(() => endWith(8)), 8],
    ['that it is not said any more where it ends', () => shop.sql('delete from cc_consent_heads'), 10],
    [
      'that its end was cut off and is not said any more',
      () => cutOffBehind(8).then(() => shop.sql('delete from cc_consent_heads')),
      8,
    ],
    [
      'that it was said to end where it does not',
      () => shop.sql(`update cc_consent_heads set seq = 8, hash = repeat('0', 64)`),
      10,
    ],
  ])('%s', async (_, forge, end) => {
    await forge()
    await sayStop()
    expect(await jan.ledger.standings()).toEqual({ [jan.contactId]: 'opted_out' })
    const { holds, head, findings } = await jan.verify()
    expect({ holds, end: head.seq }).toEqual({ holds: false, end: end + 1 })
    expect(findings).toMatchObject([{ kind: 'head', seq: end }])
    await sayStop()
    expect(await found()).toEqual([`head ${end}`])
  })

  it('that somebody put one on its end', async () => {
    await shop.sql(`
      insert into cc_consent_events
      select (jsonb_populate_record(e, jsonb_build_object('seq', 11, 'id', gen_random_uuid(),
        'source_key', 'order:forged', 'previous_hash', e.hash))).* from cc_consent_events e where seq = 10`)
    await jan.ledger.forgeHash(11)
    await sayStop()
    expect(await jan.ledger.standings()).toEqual({ [jan.contactId]: 'opted_out' })
    expect(await found()).toEqual(['inserted 11'])
  })

  it('that its last entry was given a number that nobody counts to', async () => {
    await shop.sql(`update cc_consent_events set seq = ${2 ** 52} where seq = 10`)
    await sayStop()
    expect(await found()).toEqual([`reordered ${2 ** 52}`])
  })

  it('that all of it was taken away, as long as anything is left of it', async () => {
    await emptyTables(shop, 'cc_consent_events', 'cc_consent_heads')
    await sayStop()
    expect((await jan.verify()).findings[0]).toMatchObject({ kind: 'cut_off' })
  })
})

it('guards what is recorded after it was touched as well', async () => {
  await rewriteFrom(4, `kind = 'opted_out'`)
  await sayStop()
  await sayStop()
  await cutOffBehind(11)
  expect(await found()).toEqual(['head 10', 'cut_off 12'])
  await shop.sql('update cc_consent_heads set broken_seq = null')
  expect(await found()).toEqual(['head 12'])
})

describe('what was said does not go by pretending that it was erased', () => {
  const erase = () =>
    shop.acme
      .admin('post', `${HUB}/contacts/${jan.contactId}/consents/erase`)
      .send({ reason: 'He asked for it' })
      .expect(200)

  it('when the words are taken away as an erasure does', async () => {
    await shop.sql(`update cc_consent_words set salt = null, words = null, erased_at = now() where seq = 4`)
    expect(await jan.verify()).toMatchObject({
      ...{ holds: false, erasedWords: 0 },
      findings: [{ kind: 'words_missing', seq: 4, contactId: jan.contactId }],
    })
    const path = `${HUB}/contacts/${jan.contactId}/consents`
    const { events } = (await shop.acme.agent('get', path).expect(200)).body
    const shown = events.find(({ seq }: { seq: number }) => seq === 4)
    expect(shown).toMatchObject({ text: null, isErased: false, isMissing: true })
  })

  it('when it is given the erasure of another one', async () => {
    await erase()
    const [other] = await shop.sql<Record<string, string>>('select * from cc_consent_words where seq = 5')
    await jan.restore()
    await shop.sql(
      `update cc_consent_words
       set salt = null, words = null, erased_at = ?, erased_by = ?, erase_reason = ?, erase_seal = ? where seq = 4`,
      [other!.erased_at, other!.erased_by, other!.erase_reason, other!.erase_seal],
    )
    expect(await found()).toEqual(['words_missing 4'])
  })

  it.each([
    ['when it was', `erased_at = erased_at - interval '1 day'`],
    ['who did it', 'erased_by = gen_random_uuid()'],
    ['why', `erase_reason = upper(erase_reason)`],
  ])('nor is it rewritten %s', async (_, change) => {
    await erase()
    expect(await jan.verify()).toMatchObject({ holds: true, erasedWords: 10 })
    await shop.sql(`update cc_consent_words set ${change} where seq = 4`)
    expect(await found()).toEqual(['words_missing 4'])
  })
})
