import { decideFetchRetry } from './retry.ts'

const now = new Date('2026-11-21T12:00:00Z')
const waitOf = (
  attempt: number,
  more: { retryAfterMs?: number; ageHours?: number; jitter?: number } = {},
) => {
  const { retryAfterMs = null, ageHours = 0, jitter = 0 } = more
  const knownSince = new Date(now.getTime() - ageHours * 3_600_000)
  const decision = decideFetchRetry(attempt, retryAfterMs, knownSince, now, jitter)
  return decision.retry ? (decision.at.getTime() - now.getTime()) / 1000 : null
}

it.each([
  [1, 5],
  [2, 30],
  [3, 120],
  [4, 600],
  [5, 3600],
  [6, 3600],
  [150, 3600],
])('after attempt %i a file is asked for again in %i s', (attempt, seconds) =>
  expect(waitOf(attempt)).toBe(seconds),
)

it('waits as long as the provider says where it says so', () =>
  expect(waitOf(1, { retryAfterMs: 17_000 })).toBe(17))
it('spreads a crowd by up to a quarter', () => expect(waitOf(3, { jitter: 1 })).toBe(150))
it('tries until the last hour of a week', () => expect(waitOf(50, { ageHours: 7 * 24 - 1 })).toBe(3600))
it('gives up when the week is over', () => expect(waitOf(50, { ageHours: 7 * 24 - 0.9 })).toBeNull())
