import { ABSOLUTE_MS, IDLE_MS, openingTimes, slide } from './session-lifetime.ts'

const start = new Date('2026-11-21T10:00:00Z')
const at = (ms: number) => new Date(start.getTime() + ms)
const session = { lastSeenAt: start, absoluteExpiresAt: at(ABSOLUTE_MS) }

test('a session opens for twelve hours of idleness and thirty days in all', () => {
  expect(openingTimes(start)).toEqual({
    expiresAt: new Date('2026-11-21T22:00:00Z'),
    absoluteExpiresAt: new Date('2026-12-21T10:00:00Z'),
  })
})

test('a use moves the end on, a use right after another one writes nothing', () => {
  expect(slide(session, at(59_000))).toBeNull()
  expect(slide(session, at(3_600_000))).toEqual(at(3_600_000 + IDLE_MS))
})

test('no use moves the end past the thirtieth day', () => {
  expect(slide(session, at(ABSOLUTE_MS - 1000))).toEqual(at(ABSOLUTE_MS))
})
