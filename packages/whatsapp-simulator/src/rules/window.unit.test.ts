import { isWindowOpen, latestInbound, WINDOW_MS, windowExpiresAt } from './window.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const hour = 3_600_000

test.each([
  ['never written', undefined, false],
  ['just now', noon, true],
  ['a millisecond before the end', noon - WINDOW_MS + 1, true],
  ['exactly 24 hours ago', noon - WINDOW_MS, false],
  ['25 hours ago', noon - 25 * hour, false],
])('the window of a customer whose last message came %s', (_case, lastInboundAt, open) => {
  expect(isWindowOpen(lastInboundAt, noon)).toBe(open)
})

test('a late, older message neither shortens nor reopens the window', () => {
  expect(latestInbound(noon, noon - 25 * hour)).toBe(noon)
  expect(latestInbound(undefined, noon - 25 * hour)).toBe(noon - 25 * hour)
  expect(windowExpiresAt(noon)).toBe(noon + 24 * hour)
})
