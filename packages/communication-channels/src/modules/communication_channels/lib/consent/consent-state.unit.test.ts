import fc from 'fast-check'
import { CONSENT_KINDS, type ConsentEvent, type ConsentKind } from './consent.ts'
import { consentState } from './consent-state.ts'

const MAY = Date.parse('2026-05-03T10:00:00Z')
const DAY = 24 * 60 * 60 * 1000

function event(kind: ConsentKind, seconds: number, change: Partial<ConsentEvent> = {}): ConsentEvent {
  const occurredAt = new Date(MAY + seconds * 1000)
  return {
    sourceKey: `${kind}:${seconds}`,
    ...{ purpose: 'marketing', kind, source: 'message', occurredAt, confirmedAt: null },
    expiresAt: kind === 'asked' ? new Date(occurredAt.getTime() + 7 * DAY) : null,
    ...change,
  }
}

describe('how somebody stands', () => {
  it.each<[string, ConsentEvent[], string, boolean]>([
    ['of whom nothing is known', [], 'none', false],
    ['who agreed', [event('opted_in', 0)], 'opted_in', false],
    ['who wants no more', [event('opted_out', 0)], 'opted_out', false],
    ['who agreed and then wants no more', [event('opted_in', 0), event('opted_out', 1)], 'opted_out', false],
    ['who takes it up again', [event('opted_out', 0), event('opted_in', 1)], 'opted_in', false],
    ['who says both in one second', [event('opted_in', 0), event('opted_out', 0)], 'opted_out', false],
    ['who was asked and has not answered', [event('opted_in', 0), event('asked', 1)], 'opted_in', false],
    [
      'who was asked and said yes',
      [event('opted_in', 0), event('asked', 1), event('confirmed', 2)],
      'opted_in',
      true,
    ],
    [
      'who said yes when it was too late',
      [event('opted_in', 0), event('asked', 1), event('confirmed', 8 * 24 * 3600)],
      'opted_in',
      false,
    ],
    ['who said yes to nothing', [event('confirmed', 0)], 'none', false],
    [
      'who said stop to the question, and yes later',
      [event('opted_in', 0), event('asked', 1), event('opted_out', 2), event('confirmed', 3)],
      'opted_out',
      false,
    ],
    [
      'who confirmed, and agreed once more on another form',
      [event('opted_in', 0), event('asked', 1), event('confirmed', 2), event('opted_in', 3)],
      'opted_in',
      true,
    ],
    [
      'who confirmed, stopped, and agreed anew',
      [event('asked', 1), event('confirmed', 2), event('opted_out', 3), event('opted_in', 4)],
      'opted_in',
      false,
    ],
    ['who confirmed elsewhere', [event('opted_in', 0, { confirmedAt: new Date(MAY) })], 'opted_in', true],
    ['who never said anything and was asked', [event('asked', 0)], 'none', false],
  ])('%s', (_, events, state, isConfirmed) => {
    const found = consentState(events)
    expect([found.state, found.confirmedAt !== null]).toEqual([state, isConfirmed])
  })

  it('is the same in whatever order and however often it is told', () => {
    const events = fc.array(
      fc
        .tuple(fc.constantFrom(...CONSENT_KINDS), fc.integer({ min: 0, max: 5 }))
        .map(([kind, at]) => event(kind, at)),
      { maxLength: 8 },
    )
    const told = events.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    fc.assert(
      fc.property(told, ([some, shuffled]) => {
        expect(consentState(shuffled)).toEqual(consentState(some))
      }),
    )
  })
})
