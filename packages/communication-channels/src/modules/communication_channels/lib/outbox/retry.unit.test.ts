import { decideRateRetry, decideRetry, MAX_ATTEMPTS } from './retry.ts'

const now = new Date('2026-11-21T12:00:00Z')
const waitOf = (attempt: number, retryAfterMs: number | null = null, jitter = 0) => {
  const decision = decideRetry(attempt, retryAfterMs, now, jitter)
  return decision.retry ? decision.at.getTime() - now.getTime() : null
}

describe('a refusal for the moment', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [7, 128_000],
  ])('after attempt %i waits %i ms', (attempt, wait) => expect(waitOf(attempt)).toBe(wait))

  it('waits as long as the provider says where it says so', () => expect(waitOf(1, 16_000)).toBe(16_000))
  it.each([
    [Number.NaN, 2_000],
    [Number.POSITIVE_INFINITY, 2_000],
    [1e300, 24 * 60 * 60 * 1000],
  ])('is not held up for %p ms', (asked, wait) => expect(waitOf(1, asked)).toBe(wait))
  it('spreads a crowd by up to a quarter', () => expect(waitOf(1, null, 1)).toBe(2_500))
  it('is final after the last attempt', () => expect(waitOf(MAX_ATTEMPTS)).toBeNull())
})

describe('a message that was refused for being too fast', () => {
  const HOUR = 60 * 60 * 1000
  it.each([
    [1, 0, 2_000],
    [8, HOUR, 256_000],
    [200, 23 * HOUR, 300_000],
    [300, 24 * HOUR, null],
  ])('%i times since %i ms waits %p ms', (refused, forMs, wait) => {
    const decision = decideRateRetry({ refused, forMs }, null, now, 0)
    expect(decision.retry ? decision.at.getTime() - now.getTime() : null).toBe(wait)
  })
})
