import { nextRunAfter, parseInterval } from './interval.ts'

it('reads seconds, minutes, hours and days', () => {
  expect(['5s', '15m', '2h', '1d'].map(parseInterval)).toEqual([5000, 900_000, 7_200_000, 86_400_000])
})

it.each(['0s', '5', 's', '-5m', '1.5h', '5 m'])('does not take %s for an interval', (value) => {
  expect(() => parseInterval(value)).toThrow('not an interval')
})

it('keeps the beat and skips what was missed', () => {
  const due = new Date('2026-01-01T00:00:00Z')
  const at = (seconds: number) => new Date(due.getTime() + seconds * 1000)
  expect(nextRunAfter('10s', due, at(1))).toEqual(at(10))
  expect(nextRunAfter('10s', due, at(35))).toEqual(at(40))
})
