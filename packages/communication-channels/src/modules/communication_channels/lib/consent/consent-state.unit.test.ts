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

const provider = (kind: ConsentKind, seconds: number, source: 'platform' | 'error' = 'platform') =>
  event(kind, seconds, { source, sourceKey: `${source}:${kind}:${seconds}` })

describe('how somebody stands', () => {
  it.each<[string, ConsentEvent[], string, boolean]>([
    ['of whom nothing is known', [], 'none', false],
    ['who agreed', [event('opted_in', 0)], 'opted_in', false],
    ['who wants no more', [event('opted_out', 0)], 'opted_out', false],
    ['who agreed and then wants no more', [event('opted_in', 0), event('opted_out', 1)], 'opted_out', false],
    ['who takes it up again', [event('opted_out', 0), event('opted_in', 1)], 'opted_in', false],
    ['who says both in one second', [event('opted_in', 0), event('opted_out', 0)], 'opted_out', false],
    [
      'who agreed on a form in the second in which they wrote stop, which is told in whole seconds',
      [event('opted_in', 0.325), event('opted_out', 0)],
      'opted_out',
      false,
    ],
    [
      'of whom staff recorded both in one second',
      [event('opted_out', 0.2), event('opted_in', 0.9)],
      'opted_in',
      false,
    ],
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
    ['who takes back at the provider what they never said', [provider('resumed', 0)], 'none', false],
    [
      'who had confirmed, and takes back at the provider that they want no more',
      [event('asked', 1), event('confirmed', 2), provider('opted_out', 3), provider('resumed', 4)],
      'opted_in',
      true,
    ],
    [
      'whom the provider refused too before they took it back',
      [
        event('opted_in', 0),
        provider('opted_out', 1),
        provider('opted_out', 2, 'error'),
        provider('resumed', 3),
      ],
      'opted_in',
      false,
    ],
    [
      'who wrote stop, whatever they take back at the provider',
      [event('opted_in', 0), event('opted_out', 1), provider('opted_out', 2), provider('resumed', 3)],
      'opted_out',
      false,
    ],
    [
      'who wrote stop after they had told the provider',
      [event('opted_in', 0), provider('opted_out', 1), event('opted_out', 2), provider('resumed', 3)],
      'opted_out',
      false,
    ],
    [
      'who was asked while they wanted none at the provider, and takes it back',
      [event('opted_in', 0), provider('opted_out', 1), event('asked', 2), provider('resumed', 3)],
      'opted_in',
      false,
    ],
    ['who never said anything and was asked', [event('asked', 0)], 'none', false],
  ])('%s', (_, events, state, isConfirmed) => {
    const found = consentState(events)
    expect([found.state, found.confirmedAt !== null]).toEqual([state, isConfirmed])
  })

  it('is the same in whatever order and however often it is told', () => {
    const events = fc.array(
      fc
        .tuple(
          fc.constantFrom(...CONSENT_KINDS),
          fc.integer({ min: 0, max: 11 }),
          fc.constantFrom<ConsentEvent['source']>('message', 'platform'),
        )
        .map(([kind, half, source]) =>
          event(kind, half / 2, { source, sourceKey: `${source}:${kind}:${half}` }),
        ),
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
