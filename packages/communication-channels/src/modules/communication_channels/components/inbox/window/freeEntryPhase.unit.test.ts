import { freeEntryPhase } from './freeEntryPhase.ts'

const now = Date.parse('2026-11-21T10:00:00Z')
const before = '2026-11-21T09:59:59Z'
const after = '2026-11-21T10:00:01Z'
const later = '2026-11-24T10:00:00Z'

describe('the free-entry window of a conversation', () => {
  test.each([
    ['is none where nobody came from an advertisement', null, null],
    ['is none where an older screen knows nothing of it', undefined, null],
    [
      'is offered',
      { isOpen: false, expiresAt: null, offeredUntil: after },
      { phase: 'offered', answerBy: after },
    ],
    ['is offered no more', { isOpen: false, expiresAt: null, offeredUntil: before }, null],
    [
      'is open',
      { isOpen: true, expiresAt: later, offeredUntil: null },
      { phase: 'open', until: later, answerBy: null },
    ],
    [
      'is open, and an answer makes it longer',
      { isOpen: true, expiresAt: later, offeredUntil: after },
      { phase: 'open', until: later, answerBy: after },
    ],
    [
      'is over by the clock, whatever the server said',
      { isOpen: true, expiresAt: before, offeredUntil: null },
      null,
    ],
    [
      'is over, and offered anew',
      { isOpen: true, expiresAt: before, offeredUntil: after },
      { phase: 'offered', answerBy: after },
    ],
  ])('%s', (_case, freeEntry, expected) => {
    expect(freeEntryPhase(freeEntry, now)).toEqual(expected)
  })
})
