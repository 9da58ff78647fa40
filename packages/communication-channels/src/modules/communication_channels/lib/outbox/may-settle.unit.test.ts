import { describe, expect, test } from '@jest/globals'
import { settleRefusal } from './may-settle.ts'
import { UNSETTLED_AFTER_MS } from './unknown-since.ts'

const lost = new Date('2026-11-22T10:00:00.000Z')
const after = (ms: number) => new Date(lost.getTime() + ms)
const message = (status: string, settledAs: 'resent' | 'left' | null = null) => ({
  status,
  settledAs,
  updatedAt: lost.toISOString(),
})

describe('a person decides about a message', () => {
  test.each([
    ['whose answer was just lost', message('unknown'), 0, 'too_early'],
    ['a moment before its five minutes are over', message('unknown'), UNSETTLED_AFTER_MS - 1, 'too_early'],
    ['when they are over', message('unknown'), UNSETTLED_AFTER_MS, null],
    ['long afterwards', message('unknown'), 40 * UNSETTLED_AFTER_MS, null],
    ['that was left already', message('unknown', 'left'), UNSETTLED_AFTER_MS, 'settled_meanwhile'],
    ['that was sent again already', message('unknown', 'resent'), 0, 'settled_meanwhile'],
    ['whose status came', message('delivered'), UNSETTLED_AFTER_MS, 'settled_meanwhile'],
  ])('%s', (_, asked, passed, code) => {
    expect(settleRefusal(asked, after(passed))?.code ?? null).toBe(code)
  })

  test('and is told from when on, where it is too early', () => {
    expect(settleRefusal(message('unknown'), lost)?.message).toContain('2026-11-22T10:05:00.000Z')
  })
})
