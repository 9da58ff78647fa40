import { objects } from '../../../lib/policy/standing.ts'
import type { ConversationPolicy } from '../model/conversation.ts'
import { decided, windowClosed } from '../testing/fakeHub.ts'
import { type Refusal, refusalOf } from './refusal.ts'

const at = '2026-11-21T10:00:00.000Z'
const optedOut = (purpose: 'utility' | 'marketing') =>
  decided(objects('opted_out', { purpose, at, source: 'message' }))
const noBasis = decided(objects('no_basis'))

test.each<[Refusal['left'], Partial<ConversationPolicy>, string[]]>([
  ['template', {}, ['window_closed']],
  ['template', { marketing: optedOut('marketing') }, ['window_closed']],
  ['opted_out', { utility: optedOut('utility'), marketing: optedOut('marketing') }, ['window_closed']],
  [
    'no_basis',
    { utility: noBasis, marketing: optedOut('marketing') },
    ['window_closed', 'no_basis', 'opted_out'],
  ],
  ['nothing', { freeForm: decided(objects('person_blocked', { at })) }, ['person_blocked']],
])('what is left in place of the own words: %s', (left, change, codes) => {
  const refusal = refusalOf({ ...windowClosed, ...change })
  expect([refusal.left, refusal.reasons.map(({ code }) => code)]).toEqual([left, codes])
})
