import { isWholeDay } from './whole-day.ts'

it.each([
  ['2026-03-06T00:00:00.000Z', 'import', true],
  ['2026-03-06T00:00:00Z', 'form', true],
  ['2026-03-06T00:00:01.000Z', 'import', false],
  ['2026-03-06T12:00:00.000Z', 'staff', false],
  // Somebody can write at midnight.
  ['2026-03-06T00:00:00.000Z', 'message', false],
  ['2026-03-06T00:00:00.000Z', undefined, false],
])('%s, from %s, is a day without an hour: %s', (iso, source, isOne) => {
  expect(isWholeDay(iso, source)).toBe(isOne)
})
