import { type WaitFacts, waitingOf } from './waiting.ts'

const now = new Date('2026-11-21T12:00:00Z')
const later = new Date('2026-11-21T12:00:30Z')
const tomorrow = new Date('2026-11-22T09:00:00Z')
const queued = (more: Partial<WaitFacts>): WaitFacts => ({
  status: 'queued',
  waitCode: null,
  scheduledAt: null,
  nextAttemptAt: now,
  ...more,
})

it.each<[string, WaitFacts, ReturnType<typeof waitingOf>]>([
  ['due now', queued({}), null],
  [
    'scheduled',
    queued({ scheduledAt: tomorrow, nextAttemptAt: tomorrow, waitCode: 'scheduled' }),
    { code: 'scheduled', until: tomorrow },
  ],
  [
    'scheduled, and its files are on their way',
    queued({ scheduledAt: tomorrow, nextAttemptAt: null }),
    { code: 'scheduled', until: tomorrow },
  ],
  ['whose time has come', queued({ scheduledAt: now, nextAttemptAt: now, waitCode: 'scheduled' }), null],
  [
    'whose time has come without its files',
    queued({ scheduledAt: now, nextAttemptAt: null, waitCode: 'scheduled' }),
    { code: 'files', until: null },
  ],
  [
    'with files on their way',
    queued({ nextAttemptAt: null, waitCode: 'files' }),
    { code: 'files', until: null },
  ],
  [
    'that was told "not now"',
    queued({ nextAttemptAt: later, waitCode: 'retry' }),
    { code: 'retry', until: later },
  ],
  [
    'that was told "not now" after its time had come',
    queued({ scheduledAt: now, nextAttemptAt: later, waitCode: 'scheduled' }),
    { code: 'retry', until: later },
  ],
  [
    'behind others of its number',
    queued({ nextAttemptAt: later, waitCode: 'number_pace' }),
    { code: 'number_pace', until: later },
  ],
  [
    'whose files have to be handed over anew',
    queued({ nextAttemptAt: null, waitCode: 'retry' }),
    { code: 'files', until: null },
  ],
  [
    'whose number is paused',
    queued({ nextAttemptAt: later, waitCode: 'circuit_open' }),
    { code: 'circuit_open', until: later },
  ],
  ['whose wait is over', queued({ waitCode: 'person_pace' }), null],
  [
    'with a code from a newer version',
    queued({ nextAttemptAt: later, waitCode: 'full_moon' }),
    { code: 'retry', until: later },
  ],
  ['that is leaving', queued({ status: 'sending', nextAttemptAt: later, waitCode: 'retry' }), null],
  ['that was cancelled', queued({ status: 'cancelled', scheduledAt: tomorrow }), null],
  ['that came in', queued({ status: null, nextAttemptAt: null }), null],
])('a message %s', (_case, facts, waits) => {
  expect(waitingOf(facts, now)).toEqual(waits)
})
