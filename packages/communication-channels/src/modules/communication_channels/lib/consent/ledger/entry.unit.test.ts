import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { entryHash, GENESIS, type LedgerEntry, wordsHash } from './entry.ts'

const entry: LedgerEntry = {
  tenantId: '01990000-0000-7000-8000-000000000001',
  seq: 1,
  id: '01990000-0000-7000-8000-000000000002',
  organizationId: '01990000-0000-7000-8000-000000000003',
  identityId: '01990000-0000-7000-8000-000000000004',
  channelType: 'messaging',
  purpose: 'marketing',
  kind: 'opted_in',
  source: 'checkout',
  occurredAt: '2026-05-03T10:00:00.000Z',
  recordedAt: '2026-05-03T10:00:01.250Z',
  confirmedAt: null,
  expiresAt: null,
  actorUserId: null,
  language: 'pl',
  textVersion: null,
  sourceKey: 'request:v1:00',
  wordsHash: 'a'.repeat(64),
  previousHash: GENESIS,
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('what is hashed is written down in one way only', () => {
  it.each([
    ['members by name, without spaces', { b: 1, a: null, B: 'x' }, '{"B":"x","a":null,"b":1}'],
    ['names by their UTF-16 units, as RFC 8785 has it', { '€': 1, '\r': 2, '1': 3 }, '{"\\r":2,"1":3,"€":1}'],
    [
      'text as it is, but for what JSON must escape',
      { a: 'żółć "\n\u0001\u2028' },
      '{"a":"żółć \\"\\n\\u0001\u2028"}',
    ],
    ['what is within in the same way', { z: { b: '', a: [2, 1] } }, '{"z":{"a":[2,1],"b":""}}'],
  ])('%s', (_, value, written) => {
    expect(canonicalJson(value)).toBe(written)
  })
})

it('an entry has the hash that anybody finds who writes it down so', () => {
  const written =
    '{"actorUserId":null,"channelType":"messaging","confirmedAt":null,"expiresAt":null,' +
    '"id":"01990000-0000-7000-8000-000000000002","identityId":"01990000-0000-7000-8000-000000000004",' +
    '"kind":"opted_in","language":"pl","occurredAt":"2026-05-03T10:00:00.000Z",' +
    '"organizationId":"01990000-0000-7000-8000-000000000003",' +
    `"previousHash":"${GENESIS}","purpose":"marketing","recordedAt":"2026-05-03T10:00:01.250Z","seq":1,` +
    '"source":"checkout","sourceKey":"request:v1:00","tenantId":"01990000-0000-7000-8000-000000000001",' +
    `"textVersion":null,"wordsHash":"${'a'.repeat(64)}"}`
  expect(entryHash(entry)).toBe(sha256(written))
  expect(entryHash(Object.fromEntries(Object.entries(entry).reverse()) as LedgerEntry)).toBe(sha256(written))
})

it.each(Object.keys(entry) as (keyof LedgerEntry)[])(
  'an entry with another %s has another hash',
  (member) => {
    const other = { ...entry, [member]: member === 'seq' ? 2 : 'other' }
    expect(entryHash(other)).not.toBe(entryHash(entry))
  },
)

it('the same words have another hash under another salt, and in whatever order they come the same under one', () => {
  const words = { text: 'STOP', evidence: { b: '2', a: '1' } }
  expect(wordsHash('00', words)).toBe(sha256('00{"evidence":{"a":"1","b":"2"},"text":"STOP"}'))
  expect(wordsHash('00', { evidence: { a: '1', b: '2' }, text: 'STOP' })).toBe(wordsHash('00', words))
  expect(wordsHash('01', words)).not.toBe(wordsHash('00', words))
})
