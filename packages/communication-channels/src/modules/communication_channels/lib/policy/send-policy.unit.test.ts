import { decideSend, type SendFacts } from './send-policy.ts'

const HOUR = 60 * 60 * 1000
const now = new Date('2026-11-21T12:00:00Z')
const facts = (change: Partial<SendFacts>): SendFacts => ({
  now,
  isFreeForm: true,
  channel: { isEnabled: true },
  window: { expiresAt: new Date(now.getTime() + HOUR), lengthMs: 24 * HOUR },
  ...change,
})
const window = (expiresAt: Date | null, lengthMs: number | null = 24 * HOUR) => ({
  window: { expiresAt, lengthMs },
})

describe('whether a message may leave', () => {
  it.each<[string, Partial<SendFacts>, string]>([
    ['free text in an open window', {}, 'allow'],
    ['free text a millisecond before the end', window(new Date(now.getTime() + 1)), 'allow'],
    ['free text at the end of the window', window(now), 'window_closed'],
    ['free text after the window', window(new Date(now.getTime() - 1)), 'window_closed'],
    ['free text to somebody who never wrote', window(null), 'window_never_opened'],
    ['free text where the provider knows no window', window(null, null), 'allow'],
    ['a template after the window', { isFreeForm: false, ...window(new Date(0)) }, 'allow'],
    ['a template to somebody who never wrote', { isFreeForm: false, ...window(null) }, 'allow'],
    [
      'a template on a channel switched off',
      { isFreeForm: false, channel: { isEnabled: false } },
      'channel_disabled',
    ],
    ['free text scheduled within the window', { scheduledAt: new Date(now.getTime() + HOUR - 1) }, 'allow'],
    [
      'free text scheduled for the end of the window',
      { scheduledAt: new Date(now.getTime() + HOUR) },
      'window_closes_before',
    ],
    [
      'free text scheduled where the window has closed already',
      { scheduledAt: new Date(now.getTime() + 2 * HOUR), ...window(now) },
      'window_closed',
    ],
    [
      'free text scheduled where the provider knows no window',
      { scheduledAt: new Date(8e12), ...window(null, null) },
      'allow',
    ],
    [
      'a template scheduled for after the window',
      { isFreeForm: false, scheduledAt: new Date(8e12) },
      'allow',
    ],
    ['free text on a channel switched off', { channel: { isEnabled: false } }, 'channel_disabled'],
  ])('%s', (_, change, expected) => {
    const decision = decideSend(facts(change))
    expect(decision.outcome === 'allow' ? 'allow' : decision.code).toBe(expected)
  })

  it('comes with a reason and with what to do where it may not', () => {
    const decision = decideSend(facts(window(now)))
    expect(decision).toMatchObject({
      outcome: 'use_template',
      reason: expect.stringContaining('closed'),
      action: expect.stringContaining('template'),
    })
  })
})
