import { untilNextWindowChange, windowPhase } from './windowPhase.ts'

const now = Date.parse('2026-11-21T10:00:00Z')
const until = (expiresAt: string | null) => ({ isRequired: true, isOpen: Boolean(expiresAt), expiresAt })

describe('the window of a conversation', () => {
  test('counts down in hours and minutes', () => {
    expect(windowPhase(until('2026-11-22T09:12:30Z'), now)).toEqual({ phase: 'open', hours: 23, minutes: 12 })
  })

  test('warns in its last two hours', () => {
    expect(windowPhase(until('2026-11-21T11:59:59Z'), now)).toEqual({
      phase: 'closing',
      hours: 1,
      minutes: 59,
    })
    expect(windowPhase(until('2026-11-21T12:00:00Z'), now)).toMatchObject({ phase: 'open' })
  })

  test('says one minute to the very end', () => {
    expect(windowPhase(until('2026-11-21T10:00:05Z'), now)).toEqual({
      phase: 'closing',
      hours: 0,
      minutes: 1,
    })
  })

  test('is closed by the clock even when the server said open', () => {
    expect(windowPhase({ isRequired: true, isOpen: true, expiresAt: '2026-11-21T10:00:00Z' }, now)).toEqual({
      phase: 'closed',
    })
  })

  test('never opened before the customer wrote', () => {
    expect(windowPhase(until(null), now)).toEqual({ phase: 'never' })
  })

  test('does not exist on channels without the rule', () => {
    expect(windowPhase({ isRequired: false, isOpen: true, expiresAt: null }, now)).toEqual({ phase: 'none' })
    expect(untilNextWindowChange({ isRequired: false, isOpen: true, expiresAt: null }, now)).toBeNull()
  })

  test('asks for the next look when the minute turns', () => {
    expect(untilNextWindowChange(until('2026-11-21T11:00:20Z'), now)).toBe(20_000)
    expect(untilNextWindowChange(until('2026-11-21T11:00:00Z'), now)).toBe(60_000)
    expect(untilNextWindowChange(until('2026-11-21T09:00:00Z'), now)).toBeNull()
  })
})
