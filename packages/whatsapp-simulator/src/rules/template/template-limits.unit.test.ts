import { editProblem } from './edit-limits.ts'
import { isHeld, mayCreate, withinTheHour } from './template-limits.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = 100 * DAY

const approved = { status: 'APPROVED', category: 'UTILITY' } as const

test.each([
  ['never edited', [], null],
  ['edited an hour ago', [NOW - HOUR], /24 hours/],
  ['edited a day ago', [NOW - DAY], null],
  ['edited nine times in a month', days(2, 10), null],
  ['edited ten times in a month', days(2, 11), /30 days/],
  ['edited ten times, once before the month', [...days(2, 10), NOW - 31 * DAY], null],
])('an approved template that was %s', (_case, editedAt, problem) => {
  const found = editProblem(approved, {}, editedAt, NOW)
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})

test.each(['REJECTED', 'PAUSED'] as const)('one that is %s is edited as often as one likes', (status) => {
  const edits = [NOW - 1, ...days(1, 20)]
  expect(editProblem({ ...approved, status }, { category: 'MARKETING' }, edits, NOW)).toBeNull()
})

test.each(['PENDING', 'DISABLED', 'IN_APPEAL', 'ARCHIVED', 'PENDING_DELETION'] as const)(
  'one that is %s is not edited',
  (status) => {
    expect(editProblem({ ...approved, status }, {}, [], NOW)).toMatch(status)
  },
)

test('an approved one keeps its category', () => {
  expect(editProblem(approved, { category: 'MARKETING' }, [], NOW)).toMatch(/category/)
  expect(editProblem(approved, { category: 'UTILITY' }, [], NOW)).toBeNull()
})

test('a hundred templates are sent in within an hour', () => {
  const times = Array.from({ length: 100 }, () => NOW - HOUR + 1)
  expect(mayCreate(withinTheHour(times, NOW), 1)).toBe(false)
  expect(mayCreate(withinTheHour(times, NOW + 1), 100)).toBe(true)
  expect(mayCreate([], 101)).toBe(false)
})

test.each([
  ['in its language', 'en_US', true, 30 * DAY - 1, true],
  ['in its language, later', 'en_US', true, 30 * DAY, false],
  ['in another language', 'pl', true, 0, false],
  ['in another language, with nothing left of it', 'pl', false, 0, true],
])('a deleted name is held %s', (_case, language, isInUse, after, held) => {
  const names = [{ wabaId: '1', name: 'sale', language: 'en_US', until: NOW + 30 * DAY }]
  expect(isHeld(names, { wabaId: '1', name: 'sale', language }, isInUse, NOW + after)).toBe(held)
  expect(isHeld(names, { wabaId: '2', name: 'sale', language }, isInUse, NOW + after)).toBe(false)
})

function days(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => NOW - (from + index) * DAY)
}
