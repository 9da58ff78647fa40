import { isWithinLimit, timeOverLimit } from './organization-limit.ts'

const NOW = 1_000_000
const pace = { limit: 3, sent: [NOW - 50_000, NOW - 40_000, NOW - 10_000] }

it.each([
  [[], true],
  [[NOW - 1, NOW], true],
  [[NOW - 2, NOW - 1, NOW], false],
])('with %j of three within the minute, one more may leave: %p', (sent, expected) => {
  expect(isWithinLimit({ limit: 3, sent })).toBe(expected)
})

it.each([
  ['the first leaves when the oldest is a minute ago', 0, NOW + 10_000],
  ['the second after it', 1, NOW + 20_000],
  ['the third after that', 2, NOW + 50_000],
  ['the fourth a minute behind the first', 3, NOW + 70_000],
  ['nobody waits longer than five minutes at a time', 3_000, NOW + 300_000],
])('of those over the limit %s', (_, place, expected) => {
  expect(timeOverLimit(pace, place, NOW)).toBe(expected)
})

it('a limit that was lowered counts the newest', () => {
  expect(timeOverLimit({ ...pace, limit: 1 }, 0, NOW)).toBe(NOW + 50_000)
})
