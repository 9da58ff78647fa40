import { limitText } from './limitText.ts'
import { relativeTime } from './relativeTime.ts'

test.each([
  ['TIER_250', '250'],
  ['TIER_2K', '2,000'],
  ['TIER_UNLIMITED', 'no limit'],
  [-1, 'no limit'],
  [2000, '2,000'],
  ['TIER_NEW', 'NEW'],
])('the limit %s reads %s', (limit, text) => {
  expect(limitText(limit, 'en', 'no limit')).toBe(text)
})

const now = Date.parse('2026-11-21T12:00:00Z')
test.each([
  ['2026-11-21T12:00:30Z', 'this minute'],
  ['2026-11-21T11:55:00Z', '5 minutes ago'],
  ['2026-11-21T09:00:00Z', '3 hours ago'],
  ['2026-11-20T11:00:00Z', 'yesterday'],
  ['2026-09-01T12:00:00Z', 'Sep 1, 2026'],
])('%s is told as %s', (iso, text) => {
  expect(relativeTime(iso, now, 'en')).toBe(text)
})
