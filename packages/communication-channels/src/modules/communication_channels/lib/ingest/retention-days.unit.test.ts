import { retentionDays } from './retention-days.ts'

it.each([
  [undefined, 30],
  ['', 30],
  ['8', 8],
  ['3650', 3650],
])('keeps deliveries, where %p is set, for %p days', (value, days) => {
  expect(retentionDays({ OM_DELIVERY_RETENTION_DAYS: value })).toBe(days)
})

it.each([
  ['7', 'at least 8'],
  ['3651', 'at most 3650'],
  ['9.5', 'whole number'],
  ['a month', 'whole number'],
])('does not start with %p, and says why', (value, sentence) => {
  expect(() => retentionDays({ OM_DELIVERY_RETENTION_DAYS: value })).toThrow(sentence)
})
