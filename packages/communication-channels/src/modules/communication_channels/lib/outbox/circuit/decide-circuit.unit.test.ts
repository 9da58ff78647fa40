import {
  type AttemptTally,
  type Circuit,
  type CircuitReason,
  isAlarming,
  opened,
  PROBE_MS,
  passage,
  reasonToOpen,
} from './decide-circuit.ts'

const NOW = 10_000_000
const tally = (change: Partial<AttemptTally>): AttemptTally => ({
  answered: 100,
  troubled: 0,
  rate: 0,
  newestAccount: 0,
  newestProvider: 0,
  ...change,
})
const circuit = (change: Partial<Circuit>): Circuit => ({
  state: 'open',
  reason: 'failures',
  openedAt: NOW - 30_000,
  previousOpenedAt: null,
  retryAt: NOW,
  opens: 1,
  ...change,
})

describe('a circuit opens', () => {
  it.each<[string, Partial<AttemptTally>, CircuitReason | null]>([
    ['not while all goes well', {}, null],
    ['not for a few failures among many', { troubled: 49 }, null],
    ['where half of them fail', { troubled: 50 }, 'failures'],
    ['not for the first nine', { answered: 9, troubled: 9 }, null],
    ['for ten of ten', { answered: 10, troubled: 10 }, 'failures'],
    ['not for nine in a row among many', { troubled: 9, newestProvider: 9 }, null],
    ['for ten in a row, however many came through before', { troubled: 10, newestProvider: 10 }, 'failures'],
    ['not for two refusals of the account', { answered: 2, newestAccount: 2 }, null],
    ['for three in a row', { answered: 3, newestAccount: 3 }, 'account'],
    ['not for nine refusals of the rate', { rate: 9 }, null],
    ['for ten', { rate: 10 }, 'rate'],
    ['for the account first of all', { rate: 10, troubled: 100, newestAccount: 3 }, 'account'],
  ])('%s', (_, change, expected) => expect(reasonToOpen(tally(change))).toBe(expected))
})

describe('how long it stays open', () => {
  it.each<[CircuitReason, Circuit | null, number]>([
    ['failures', null, 30],
    ['rate', null, 30],
    ['account', null, 120],
    ['failures', circuit({ state: 'closed', opens: 4 }), 30],
    ['failures', circuit({ state: 'half_open', opens: 1 }), 60],
    ['failures', circuit({ state: 'half_open', opens: 4 }), 480],
    ['failures', circuit({ state: 'half_open', opens: 5 }), 600],
    ['account', circuit({ state: 'half_open', opens: 1 }), 240],
    ['account', circuit({ state: 'half_open', opens: 9 }), 600],
  ])('for %s after %j: %d s', (reason, before, seconds) => {
    const after = opened(before, reason, NOW)
    expect(after).toMatchObject({ state: 'open', reason, openedAt: NOW, retryAt: NOW + seconds * 1000 })
  })

  it.each([
    [null, false],
    [circuit({ state: 'closed', openedAt: NOW - 300_001 }), false],
    [circuit({ state: 'closed', openedAt: NOW - 300_000 }), true],
    [circuit({ state: 'half_open', openedAt: NOW - 30_000 }), true],
  ])('after %j it is an alarm: %p', (before, expected) => {
    expect(isAlarming(opened(before, 'failures', NOW))).toBe(expected)
  })
})

it.each<CircuitReason>(['failures', 'rate', 'account'])(
  'somebody is told when the first probe fails, whatever it opened for: %s',
  (reason) => {
    const first = opened(null, reason, NOW)
    const answeredAt = first.retryAt + PROBE_MS
    expect(isAlarming(opened({ ...first, state: 'half_open' }, reason, answeredAt))).toBe(true)
  },
)

describe('what may leave', () => {
  it.each<[string, Circuit | null, object]>([
    ['where there never was trouble', null, { may: 'all' }],
    ['once it closed', circuit({ state: 'closed' }), { may: 'all' }],
    ['while it is open', circuit({ retryAt: NOW + 1 }), { may: 'none', until: NOW + 1, isProbing: false }],
    ['when its pause is over', circuit({ retryAt: NOW }), { may: 'one' }],
    [
      'while the probe is under way',
      circuit({ state: 'half_open', retryAt: NOW + 1 }),
      { may: 'none', until: NOW + 1, isProbing: true },
    ],
    ['when the probe was lost', circuit({ state: 'half_open', retryAt: NOW }), { may: 'one' }],
    ['under a clock that was set back', circuit({ retryAt: NOW + 3_600_000 }), { may: 'one' }],
  ])('%s', (_, known, expected) => expect(passage(known, NOW)).toEqual(expected))
})
