import { describe, expect, test } from '@jest/globals'
import { fieldsOf, quickTime, scheduleProblem, timeOf } from './schedule.ts'

const local = (text: string) => new Date(text).getTime()
const now = local('2026-11-21T23:30:00')
const hours = 60 * 60_000
const until = (at: number) => ({ isRequired: true, isOpen: true, expiresAt: new Date(at).toISOString() })
const free = { isRequired: false, isOpen: true, expiresAt: null }

describe('a time at which something is to leave', () => {
  test.each([
    ['no time at all', null, free, 'missing'],
    ['now', now, free, 'past'],
    ['a minute ahead', now + 60_000, free, null],
    ['90 days ahead', now + 90 * 24 * hours, free, null],
    ['more than 90 days ahead', now + 90 * 24 * hours + 1, free, 'tooFar'],
    ['within the window', now + hours, until(now + 2 * hours), null],
    ['when the window is closed by then', now + 2 * hours, until(now + 2 * hours), 'windowClosed'],
  ])('%s: %s', (_, at, window, problem) => {
    expect(scheduleProblem(at, now, window)).toBe(problem)
  })

  test('is offered in an hour and tomorrow at nine of the reader’s clock', () => {
    expect(quickTime('inAnHour', now)).toBe(local('2026-11-22T00:30:00'))
    expect(quickTime('tomorrow', now)).toBe(local('2026-11-22T09:00:00'))
    expect(quickTime('tomorrow', local('2026-12-31T08:00:00'))).toBe(local('2027-01-01T09:00:00'))
  })

  test('stands in two fields and comes back from them', () => {
    expect(fieldsOf(local('2026-01-05T09:07:00'))).toEqual({ date: '2026-01-05', time: '09:07' })
    expect(timeOf({ date: '2026-01-05', time: '09:07' })).toBe(local('2026-01-05T09:07:00'))
    expect(timeOf({ date: '', time: '09:07' })).toBeNull()
    expect(timeOf({ date: '2026-13-45', time: '09:07' })).toBeNull()
  })
})
