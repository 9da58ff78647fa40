import { chain, type Draft } from '../draft-entry.ts'
import { entryHash, GENESIS } from '../entry.ts'
import type { StoredEntry } from '../read-entries.ts'
import { chainWalk } from './walk-chain.ts'

const LENGTH = 60

function draft(nth: number): Draft {
  const words = { salt: '', words: '', hash: String(nth).repeat(8) }
  const people = { tenantId: 't', organizationId: 'o', identityId: 'i', channelType: 'c', actorUserId: null }
  const said = { purpose: 'marketing', kind: 'opted_in', source: 'form', language: null, textVersion: null }
  const times = { occurredAt: 'then', recordedAt: 'now', confirmedAt: null, expiresAt: null }
  const content = { ...people, ...said, ...times, id: `e${nth}`, sourceKey: `k${nth}`, wordsHash: words.hash }
  return { content, words }
}

/** A ledger that nobody has touched, and its head. */
function ledger(): { entries: StoredEntry[]; head: { seq: number; hash: string } } {
  const chained = chain(
    Array.from({ length: LENGTH }, (_, nth) => draft(nth + 1)),
    { seq: 0, hash: GENESIS },
  )
  const entries = chained.map(({ entry, hash }): StoredEntry => ({ entry, hash, words: 'erased' }))
  return { entries, head: { seq: LENGTH, hash: entries.at(-1)!.hash } }
}

const numbered = (entries: StoredEntry[]) =>
  entries.map((stored, nth) => ({ ...stored, entry: { ...stored.entry, seq: nth + 1 } }))
const as = (stored: StoredEntry, seq: number) => ({ ...stored, entry: { ...stored.entry, seq } })
const rehashed = (stored: StoredEntry) => ({ ...stored, hash: entryHash(stored.entry) })
const withKind = (stored: StoredEntry, kind: string) => ({ ...stored, entry: { ...stored.entry, kind } })

function found(entries: StoredEntry[], head: { seq: number; hash: string } | null): string[] {
  const walk = chainWalk(head)
  for (const stored of entries) walk.step(stored)
  return walk.end(true).map(({ kind, seq }) => `${kind} ${seq}`)
}

/** What somebody does to the entries, and what is found of it. */
type Case = [string, (entries: StoredEntry[]) => StoredEntry[], string[]]

const CASES: Case[] = [
  ['nothing', (all) => all, []],
  ['changes one', (all) => all.with(20, withKind(all[20]!, 'opted_out')), ['changed 21']],
  [
    'changes one and its hash',
    (all) => all.with(20, rehashed(withKind(all[20]!, 'opted_out'))),
    ['changed 21'],
  ],
  [
    'changes the first and its hash',
    (all) => all.with(0, rehashed(withKind(all[0]!, 'asked'))),
    ['changed 1'],
  ],
  [
    'changes the last and its hash',
    (all) => all.with(-1, rehashed(withKind(all.at(-1)!, 'asked'))),
    ['changed 60'],
  ],
  ['removes the first', (all) => all.slice(1), ['removed 1']],
  ['removes several', (all) => all.toSpliced(20, 3), ['removed 21', 'removed 22', 'removed 23']],
  ['removes many', (all) => all.toSpliced(20, 30), ['removed 21']],
  [
    'removes several and closes the gap',
    (all) => numbered(all.toSpliced(20, 2)),
    ['removed 21', 'removed 22'],
  ],
  ['cuts the end off', (all) => all.slice(0, -2), ['cut_off 59', 'cut_off 60']],
  ['takes everything', () => [], ['cut_off 1']],
  ['puts one in', (all) => numbered(all.toSpliced(20, 0, withKind(all[19]!, 'asked'))), ['inserted 21']],
  [
    'puts one in that fits the one before it',
    (all) => {
      const entry = { ...all[19]!.entry, id: 'forged', seq: 21, previousHash: all[19]!.hash }
      return numbered(all.toSpliced(20, 0, rehashed({ ...all[19]!, entry })))
    },
    ['inserted 21'],
  ],
  [
    'puts one on the end',
    (all) => {
      const entry = { ...all.at(-1)!.entry, id: 'forged', seq: 61, previousHash: all.at(-1)!.hash }
      return [...all, rehashed({ ...all[0]!, entry })]
    },
    ['inserted 61'],
  ],
  [
    'exchanges two next to each other',
    (all) => numbered(all.with(20, all[21]!).with(21, all[20]!)),
    ['reordered 22'],
  ],
  [
    'exchanges two far from each other',
    (all) => numbered(all.with(5, all[50]!).with(50, all[5]!)),
    ['reordered 6', 'reordered 51'],
  ],
  [
    'does several things',
    (all) => all.with(3, withKind(all[3]!, 'asked')).toSpliced(20, 1).slice(0, -1),
    ['changed 4', 'removed 21', 'cut_off 60'],
  ],
  [
    'puts one in and changes one behind it',
    (all) =>
      numbered(all.toSpliced(20, 0, withKind(all[19]!, 'asked')).with(40, withKind(all[39]!, 'asked'))),
    ['inserted 21', 'changed 41'],
  ],
  [
    'leaves a gap in the numbers',
    (all) => all.map((one, nth) => (nth < 20 ? one : { ...one, entry: { ...one.entry, seq: nth + 6 } })),
    ['reordered 26'],
  ],
  [
    'gives the last a number that nobody counts to',
    (all) => all.with(-1, { ...all.at(-1)!, entry: { ...all.at(-1)!.entry, seq: 2 ** 52 } }),
    ['reordered 4503599627370496'],
  ],
  [
    'gives one a number that nobody counts to',
    (all) => [...all.toSpliced(2, 1), as(all[2]!, 2 ** 52)],
    ['reordered 4503599627370496'],
  ],
  ...[0, 2, 40, 59].map(
    (nth): Case => [
      `gives entry ${nth + 1} a number before the first`,
      (all) => [as(all[nth]!, -3), ...all.toSpliced(nth, 1)],
      ['reordered -3'],
    ],
  ),
  [
    'gives one a number before the first, and changes it',
    (all) => [withKind(as(all[2]!, -3), 'asked'), ...all.toSpliced(2, 1)],
    ['inserted -3', 'removed 3'],
  ],
]

it.each(CASES)('finds what is wrong when somebody %s', (_, act, expected) => {
  const { entries, head } = ledger()
  expect(found(act(entries), head)).toEqual(expected)
})

const at = (nth: number) => ({
  changes: (all: StoredEntry[]) => all.with(nth, withKind(all[nth]!, 'asked')),
  'changes with its hash': (all: StoredEntry[]) => all.with(nth, rehashed(withKind(all[nth]!, 'asked'))),
  removes: (all: StoredEntry[]) => all.toSpliced(nth, 1),
  'removes, closing the gap,': (all: StoredEntry[]) => numbered(all.toSpliced(nth, 1)),
  doubles: (all: StoredEntry[]) => numbered(all.toSpliced(nth, 0, all[nth]!)),
  'puts another one before': (all: StoredEntry[]) =>
    numbered(all.toSpliced(nth, 0, withKind(all[nth]!, 'asked'))),
})

it.each(Object.keys(at(0)) as (keyof ReturnType<typeof at>)[])('finds whoever %s any of them', (act) => {
  const { entries, head } = ledger()
  for (let nth = 0; nth < LENGTH; nth++) {
    const findings = found(at(nth)[act](entries), head)
    expect(findings).toHaveLength(1)
    expect(Math.abs(Number(findings[0]!.split(' ')[1]) - (nth + 1))).toBeLessThanOrEqual(1)
  }
})

it('finds what was put on the end also when the ledger went on behind it', () => {
  const { entries, head } = ledger()
  const forged = rehashed({
    ...entries[0]!,
    entry: { ...entries[0]!.entry, id: 'forged', seq: 61, previousHash: head.hash },
  })
  const [next] = chain([draft(61)], { seq: 61, hash: head.hash })
  const { entry, hash } = next!
  const all = [...entries, forged, { entry, hash, words: 'erased' as const }]
  expect(found(all, { seq: 62, hash })).toEqual(['inserted 61'])
  expect(found(all.toSpliced(60, 1), { seq: 62, hash })).toEqual(['removed 61'])
})

it('says nothing of the end where it did not come so far', () => {
  const { entries, head } = ledger()
  const walk = chainWalk(head)
  const begun = [as(entries[50]!, -3), ...entries.slice(0, 30).with(20, withKind(entries[20]!, 'asked'))]
  for (const stored of begun) walk.step(stored)
  expect(walk.end(false).map(({ kind, seq }) => `${kind} ${seq}`)).toEqual(['reordered -3', 'changed 21'])
})

it('finds a rewritten chain only by its head, and says nothing of the end where that cannot be relied on', () => {
  const { entries, head } = ledger()
  const rewritten: StoredEntry[] = []
  for (const { entry } of entries.slice(0, 30)) {
    const previousHash = rewritten.at(-1)?.hash ?? GENESIS
    rewritten.push(rehashed({ ...entries[0]!, entry: { ...entry, kind: 'opted_out', previousHash } }))
  }
  expect(found(rewritten, null)).toEqual([])
  expect(found(rewritten, { seq: 30, hash: head.hash })).toEqual(['changed 30'])
})
