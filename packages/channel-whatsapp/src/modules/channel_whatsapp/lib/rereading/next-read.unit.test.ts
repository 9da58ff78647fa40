import { nextRead } from './next-read.ts'

const now = new Date('2026-11-21T12:00:00Z')
const hoursUntil = (wasRead: boolean, random: number) =>
  (nextRead(wasRead, now, random).getTime() - now.getTime()) / 3_600_000

it.each([
  [true, 0, 20],
  [true, 0.5, 22],
  [true, 1, 24],
  [false, 0, 1],
  [false, 1, 2],
])('read well: %s, by chance %d: again after %d hours', (wasRead, random, hours) =>
  expect(hoursUntil(wasRead, random)).toBe(hours),
)
