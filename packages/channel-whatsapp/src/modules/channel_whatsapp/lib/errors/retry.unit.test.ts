import { findError } from './find-error.ts'
import { automaticRetry, resendRule } from './retry.ts'

const refusedAt = new Date('2026-11-21T10:00:00Z')

describe('when a refused message may be tried again', () => {
  it.each([
    // code, attempt, by itself, wait in ms, a person
    [4, 1, true, 600_000, null],
    [80007, 1, true, 600_000, null],
    [130429, 3, true, null, null],
    [613, 1, true, null, null],
    [138013, 1, true, null, null],
    [131208, 1, true, null, null],
    [139102, 1, true, null, null],
    [139103, 1, true, null, null],
    [131056, 1, true, 4_000, null],
    [131056, 2, true, 16_000, null],
    [131056, 4, true, 256_000, null],
    [131056, 6, true, 4_096_000, null],
    [131056, 12, true, 4_096_000, null],
    [131056, 30, true, 4_096_000, null],
    [131057, 1, true, 60_000, null],
    [134101, 1, true, 600_000, null],
    [131000, 1, false, null, null],
    [133004, 1, false, null, null],
    [131047, 1, false, null, null],
    [131048, 1, false, null, null],
    [131026, 1, false, null, null],
    [190, 1, false, null, null],
    [131049, 1, false, null, '2026-11-22T10:00:00.000Z'],
    [132069, 1, false, null, '2026-11-21T11:00:00.000Z'],
    [133016, 1, false, null, '2026-11-24T10:00:00.000Z'],
    [131062, 1, false, null, null],
    [131050, 1, false, null, 'never'],
    [132000, 1, false, null, 'never'],
    [132016, 1, false, null, 'never'],
    [987654, 1, false, null, null],
  ])('code %d at attempt %d', (code, attempt, retryable, retryAfterMs, resend) => {
    const { retry } = findError(code)
    expect(automaticRetry(retry, attempt)).toEqual({ retryable, retryAfterMs })
    expect(resendRule(retry, refusedAt)).toBe(resend)
  })
})
