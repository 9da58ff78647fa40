import { checkRow, type FileDefaults } from './check-row.ts'
import type { Cells } from './columns.ts'

const NOW = new Date('2026-11-22T08:00:00Z')
const nothing: FileDefaults = { purpose: null, text: null, textVersion: null, language: null, document: null }
const good: Cells = {
  phone: '+48 601 234 567',
  purpose: 'marketing',
  agreed_at: '2026-05-03T14:30:00+02:00',
  text: 'Yes, write to me about offers.',
  source_document: 'form-2026-05.pdf',
}
const without = (...columns: (keyof Cells)[]): Cells =>
  Object.fromEntries(Object.entries(good).filter(([column]) => !columns.includes(column as keyof Cells)))
const check = (cells: Cells, defaults = nothing, region: string | null = 'PL') =>
  checkRow(cells, defaults, region, NOW)
const wrongIn = (cells: Cells, defaults = nothing, region: string | null = 'PL') =>
  check(cells, defaults, region).problems?.map(({ column, code }) => `${column}: ${code}`)

it('reads who agreed to what, when, and how that is known', () => {
  expect(
    check({ ...good, purpose: 'Both', ip: '2001:db8::1', confirmed_at: '2026-05-04', language: 'pl' }),
  ).toEqual({
    row: {
      phone: '+48601234567',
      purposes: ['marketing', 'utility'],
      agreedAt: '2026-05-03T12:30:00.000Z',
      confirmedAt: '2026-05-04T00:00:00.000Z',
      text: 'Yes, write to me about offers.',
      textVersion: null,
      language: 'pl',
      evidence: { document: 'form-2026-05.pdf', ip: '2001:db8::1' },
    },
    problems: null,
  })
})

it('takes from the file what a row leaves out, and nothing where it says so itself', () => {
  const defaults = { ...nothing, purpose: 'utility' as const, text: 'Agreed.', document: 'list.pdf' }
  const bare = without('purpose', 'text', 'source_document')
  expect(check(bare, defaults).row).toMatchObject({ purposes: ['utility'], text: null, evidence: {} })
  expect(check(good, defaults).row).toMatchObject({ purposes: ['marketing'], text: good.text })
})

it.each<[string, Cells, string[]]>([
  ['no phone', without('phone'), ['phone: phone_missing']],
  ['an impossible phone', { ...good, phone: '+48 1' }, ['phone: phone_invalid']],
  ['words for a phone', { ...good, phone: 'ask Maria' }, ['phone: phone_invalid']],
  ['a phone that a spreadsheet shortened', { ...good, phone: '4,8601E+10' }, ['phone: phone_shortened']],
  ['no purpose', without('purpose'), ['purpose: purpose_missing']],
  ['an unknown purpose', { ...good, purpose: 'authentication' }, ['purpose: purpose_unknown']],
  ['no date', without('agreed_at'), ['agreed_at: time_missing']],
  ['a date in the future', { ...good, agreed_at: '2026-11-22T08:00:01Z' }, ['agreed_at: time_future']],
  ['a date that is none', { ...good, agreed_at: 'last summer' }, ['agreed_at: time_unreadable']],
  ['a day that no month has', { ...good, agreed_at: '2026-06-31' }, ['agreed_at: time_unreadable']],
  ['an hour that no day has', { ...good, agreed_at: '2026-06-30T25:00' }, ['agreed_at: time_unreadable']],
  ['a date as it is written somewhere', { ...good, agreed_at: '03/05/2026' }, ['agreed_at: time_unreadable']],
  ['a date gone wrong', { ...good, agreed_at: '1899-12-30' }, ['agreed_at: time_too_old']],
  ['a confirmation before', { ...good, confirmed_at: '2026-05-01' }, ['confirmed_at: confirmed_before']],
  ['a confirmation to come', { ...good, confirmed_at: '2027-01-01' }, ['confirmed_at: time_future']],
  ['no text', without('text'), ['text: text_missing']],
  ['no evidence', without('source_document'), ['null: evidence_missing']],
  ['an IP that is none', { ...good, ip: '300.1.1.1' }, ['ip: ip_invalid']],
  ['a link that is none', { ...good, url: 'javascript:alert(1)' }, ['url: url_invalid']],
  ['a language that is none', { ...good, language: 'Polish!' }, ['language: language_unknown']],
  ['a character nobody sees', { ...good, reference: 'A\u0000B' }, ['reference: control_characters']],
  [
    'a line break in a phone',
    { ...good, phone: '+48601234567\n2' },
    ['phone: control_characters', 'phone: phone_invalid'],
  ],
  ['a text without end', { ...good, text: 'x'.repeat(4097) }, ['text: too_long']],
  ['a note without end', { ...good, note: 'x'.repeat(501) }, ['note: too_long']],
  [
    'nothing at all',
    {},
    [
      'phone: phone_missing',
      'purpose: purpose_missing',
      'agreed_at: time_missing',
      'text: text_missing',
      'null: evidence_missing',
    ],
  ],
])('refuses a row with %s', (_what, cells, problems) => {
  expect(wrongIn(cells)).toEqual(problems)
})

it.each<[string, Cells]>([
  ['a text of several lines', { ...good, text: 'Yes,\r\nplease.' }],
  ['a number of the home country', { ...good, phone: '601 234 567' }],
  ['a number copied with marks that nobody sees', { ...good, phone: '\u202A+48\u200E601 234 567\u202C' }],
  ['a number as it is dialled from abroad', { ...good, phone: '0048601234567' }],
  ['a day', { ...good, agreed_at: '2026-11-22' }],
  ['a moment without a zone', { ...good, agreed_at: '2026-11-22 07:59' }],
  ['the leap day', { ...good, agreed_at: '2024-02-29' }],
])('takes %s', (_what, cells) => {
  expect(wrongIn(cells)).toBeUndefined()
})

it('guesses no country where the numbers of the business are of several', () => {
  expect(wrongIn({ ...good, phone: '601 234 567' }, nothing, null)).toEqual(['phone: phone_invalid'])
})
