import { GIVE_UP_AFTER_MS, nextAttemptAt, waitBeforeRetry } from './redelivery.ts'

test('the second try comes at once, later ones less and less often, at the least once an hour', () => {
  const waits = Array.from({ length: 15 }, (_, index) => waitBeforeRetry(index + 1))
  expect(waits[0]).toBe(0)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(3_600_000)
})

test('after seven days nothing is tried any more', () => {
  expect(nextAttemptAt(0, 100, GIVE_UP_AFTER_MS - 3_600_000)).toBe(GIVE_UP_AFTER_MS)
  expect(nextAttemptAt(0, 100, GIVE_UP_AFTER_MS - 3_599_999)).toBeNull()
})
