import { type EstimateFacts, estimateEnd } from './estimate-end.ts'

const now = new Date('2026-11-21T12:00:00Z')
const facts = (more: Partial<EstimateFacts>): EstimateFacts => ({
  state: 'running',
  left: 100,
  scheduledAt: null,
  automaticPerMinute: 50,
  runningCount: 1,
  perSecond: 80,
  ...more,
})

it.each<[string, Partial<EstimateFacts>, string | null]>([
  ['at the pace that the organisation allows', {}, '2026-11-21T12:02:00.000Z'],
  ['which it shares with another batch', { runningCount: 2 }, '2026-11-21T12:04:00.000Z'],
  ['from when it begins', { scheduledAt: new Date('2026-11-22T09:00:00Z') }, '2026-11-22T09:02:00.000Z'],
  [
    'from now where it has begun',
    { scheduledAt: new Date('2026-11-20T09:00:00Z') },
    '2026-11-21T12:02:00.000Z',
  ],
  ['no faster than its number', { left: 9_600, automaticPerMinute: 100_000 }, '2026-11-21T12:02:00.000Z'],
  [
    'as fast as allowed where the number has no pace',
    { automaticPerMinute: 600, perSecond: null },
    '2026-11-21T12:00:10.000Z',
  ],
  ['never, while it is paused', { state: 'paused' }, null],
  ['never, once everything has left', { left: 0 }, null],
])('a batch ends %s', (_case, more, end) => {
  expect(estimateEnd(facts(more), now)?.toISOString() ?? null).toBe(end)
})
