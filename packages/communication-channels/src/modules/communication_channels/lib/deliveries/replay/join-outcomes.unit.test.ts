import { emptyOutcome } from '../../ingest/delivery-outcome.ts'
import { joinOutcomes } from './join-outcomes.ts'

const outcome = (counts: Partial<ReturnType<typeof emptyOutcome>>) => ({ ...emptyOutcome(), ...counts })

it.each([
  ['what it brought stays its own', { messages: 2 }, { duplicates: 2 }, { messages: 2 }],
  [
    'also when it is replayed once more',
    { messages: 2, statuses: 1 },
    { duplicates: 3 },
    { messages: 2, statuses: 1 },
  ],
  ['what others brought stays theirs', { duplicates: 3 }, { duplicates: 3 }, { duplicates: 3 }],
  ['what is there now was missing before', { foreign: 2 }, { messages: 2 }, { messages: 2 }],
  [
    'one part is known, one own, one new',
    { messages: 1, duplicates: 1, disabled: 1 },
    { messages: 1, duplicates: 2 },
    { messages: 2, duplicates: 1 },
  ],
  [
    'what is still put aside is so',
    { foreign: 1, messages: 1 },
    { foreign: 1, duplicates: 1 },
    { foreign: 1, messages: 1 },
  ],
  ['what could not be read has nothing of its own', { unreadable: true }, { messages: 1 }, { messages: 1 }],
])('%s', (_, before, now, joined) => {
  expect(joinOutcomes(outcome(before), outcome(now))).toEqual(outcome(joined))
})

it('of one that was never applied is what it is now', () => {
  expect(joinOutcomes(null, outcome({ messages: 1 }))).toEqual(outcome({ messages: 1 }))
})
