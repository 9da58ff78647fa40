import { dayHeading, listTime, timeAhead } from './times.ts'

const local = (text: string) => new Date(text).toISOString()
const now = new Date('2026-11-21T10:00:00').getTime()

describe('times on the screen', () => {
  test.each([
    ['2026-11-21T08:05:00', '08:05'],
    ['2026-11-20T23:59:00', 'Fri'],
    ['2026-11-15T12:00:00', 'Sun'],
    ['2026-11-14T12:00:00', '14 Nov'],
    ['2025-11-14T12:00:00', '14/11/2025'],
  ])('a list shows %s as %s', (text, shown) => {
    expect(listTime(local(text), now, 'en-GB')).toBe(shown)
  })

  test.each([
    ['2026-11-21T14:00:00', '14:00'],
    ['2026-11-23T14:00:00', 'Mon 14:00'],
    ['2026-12-24T14:00:00', '24 Dec, 14:00'],
  ])('what is to happen at %s shows as %s', (text, shown) => {
    expect(timeAhead(local(text), now, 'en-GB')).toBe(shown)
  })

  test('a thread names today and the days beside it in the language of the reader', () => {
    expect(dayHeading(local('2026-11-21T00:01:00'), now, 'en')).toBe('Today')
    expect(dayHeading(local('2026-11-20T00:01:00'), now, 'pl')).toBe('Wczoraj')
    expect(dayHeading(local('2026-11-22T09:00:00'), now, 'de')).toBe('Morgen')
    expect(dayHeading(local('2026-11-16T12:00:00'), now, 'de')).toBe('Montag, 16. November')
    expect(dayHeading(local('2025-11-16T12:00:00'), now, 'de')).toBe('Sonntag, 16. November 2025')
  })
})
