import { codeProblem, isCalledTooOften, isGuessedTooOften, isPin } from './registration.ts'

const HOUR_MS = 3_600_000
const now = 1_000 * HOUR_MS
const times = (count: number, hoursAgo: number) => Array<number>(count).fill(now - hoursAgo * HOUR_MS)

test.each([
  [9, 1, false],
  [10, 1, true],
  [10, 71.9, true],
  [10, 72, false],
])('%d calls %d hours ago: too often is %p', (count, hoursAgo, expected) => {
  expect(isCalledTooOften(times(count, hoursAgo), now)).toBe(expected)
})

test('after five wrong guesses a PIN cannot be guessed for an hour', () => {
  expect(isGuessedTooOften(times(4, 0.5), now)).toBe(false)
  expect(isGuessedTooOften(times(5, 0.5), now)).toBe(true)
  expect(isGuessedTooOften(times(5, 1), now)).toBe(false)
})

test.each([
  [null, '123456', /No code/],
  [{ text: '123456', expiresAt: now, wrongTries: 0 }, '123456', /expired/],
  [{ text: '123456', expiresAt: now + 1, wrongTries: 5 }, '123456', /too often/],
  [{ text: '123456', expiresAt: now + 1, wrongTries: 4 }, '654321', /not the one/],
  [{ text: '123456', expiresAt: now + 1, wrongTries: 4 }, '123456', null],
])('of %j, %s: %p', (sent, given, words) => {
  const problem = codeProblem(sent, given, now)
  if (words) expect(problem).toMatch(words)
  else expect(problem).toBeNull()
})

test('a PIN has six digits', () => {
  expect(['123456', '12345', '1234567', 'abcdef', 123456].map(isPin)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
