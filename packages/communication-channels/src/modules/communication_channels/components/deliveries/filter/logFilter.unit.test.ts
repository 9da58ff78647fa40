import { filterIn, isFiltered, isoTime, localTime, queryOf, spanOf } from './logFilter.ts'

const NOW = Date.parse('2026-11-21T15:30:00Z')
const asked = (address: string) => Object.fromEntries(queryOf(filterIn(new URLSearchParams(address)), NOW))

it.each([
  ['', {}],
  ['search=+%2B48+601+&outcome=failed', { search: '+48 601', outcome: 'failed' }],
  ['outcome=anything&time=ever&search=%20', {}],
  ['time=day&field=statuses', { from: '2026-11-20T15:30:00.000Z', field: 'statuses' }],
  ['time=week', { from: '2026-11-14T15:30:00.000Z' }],
  [
    'time=own&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z',
    { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' },
  ],
  ['time=own&from=nonsense', {}],
  ['from=2026-11-01T00:00:00Z', {}],
])('the address %j asks for', (address, query) => {
  expect(asked(address)).toEqual(query)
})

it('today begins at midnight where the reader is', () => {
  const { from } = spanOf({ time: 'today', from: null, to: null }, NOW)
  expect(new Date(from!).getHours()).toBe(0)
  expect(NOW - Date.parse(from!)).toBeLessThan(24 * 60 * 60_000)
})

it('a time goes into a field and comes back as the same', () => {
  expect(isoTime(localTime('2026-11-21T15:30:00.000Z'))).toBe('2026-11-21T15:30:00.000Z')
  expect([localTime(null), isoTime('')]).toEqual(['', null])
})

it('is filtered by anything that leaves something out', () => {
  expect(isFiltered(filterIn(new URLSearchParams('delivery=1')))).toBe(false)
  expect(isFiltered(filterIn(new URLSearchParams('time=today')))).toBe(true)
})
