import { describe, expect, test } from '@jest/globals'
import type { PersonConsents, PurposeConsent } from './consent.ts'
import { consentTo, personWith } from './testing/personConsents.ts'
import { mayAsk, type VerdictCode, verdictOn } from './verdict.ts'

const at = '2026-05-03T12:00:00.000Z'
const optedIn = { state: 'opted_in', since: at, source: 'form' } as const

type Change = { consent?: Partial<PurposeConsent>; rules?: Partial<PersonConsents['rules']>; wrote?: boolean }

function person(purpose: PurposeConsent['purpose'], { consent, rules, wrote }: Change): PersonConsents {
  const nobody = personWith()
  return {
    ...nobody,
    consents: [consentTo(purpose, consent)],
    basis: { firstWroteAt: wrote ? at : null },
    rules: { ...nobody.rules, ...rules },
  }
}

describe('what follows from how somebody stands to', () => {
  test.each<[VerdictCode, boolean, Change]>([
    ['none', false, {}],
    ['none', false, { wrote: true }],
    ['given', true, { consent: optedIn }],
    ['unconfirmed', false, { consent: optedIn, rules: { doubleOptIn: true } }],
    ['confirmed', true, { consent: { ...optedIn, confirmedAt: at }, rules: { doubleOptIn: true } }],
    ['opted_out', false, { consent: { ...optedIn, state: 'opted_out' } }],
  ])('marketing: %s, so may write: %s', (code, mayWrite, change) => {
    expect(verdictOn('marketing', person('marketing', change))).toEqual({ code, mayWrite })
  })

  const noForm = { utilityBasis: { checkout: true, form: false, wroteFirst: true } }
  const nothing = { utilityBasis: { checkout: false, form: false, wroteFirst: false } }
  test.each<[VerdictCode, boolean, Change]>([
    ['none', false, {}],
    ['wrote_first', true, { wrote: true }],
    ['none', false, { wrote: true, rules: nothing }],
    ['given', true, { consent: optedIn }],
    ['source_not_counted', false, { consent: optedIn, rules: noForm }],
    ['wrote_first', true, { consent: optedIn, rules: noForm, wrote: true }],
    ['given', true, { consent: { ...optedIn, source: 'staff' }, rules: nothing }],
    ['source_not_counted', false, { consent: { ...optedIn, source: 'checkout' }, rules: nothing }],
    ['opted_out', false, { consent: { ...optedIn, state: 'opted_out' }, wrote: true }],
  ])('utility: %s, so may write: %s', (code, mayWrite, change) => {
    expect(verdictOn('utility', person('utility', change))).toEqual({ code, mayWrite })
  })

  test('anything once they are blocked: nothing may be written', () => {
    const blocked = { ...person('marketing', { consent: optedIn }), block: { at, by: null, reason: null } }
    expect(verdictOn('marketing', blocked)).toEqual({ code: 'given', mayWrite: false })
  })
})

test.each<[string, boolean, Partial<PurposeConsent>, boolean]>([
  ['agreed once', true, optedIn, true],
  ['agreed where once is enough', false, optedIn, false],
  ['never agreed', false, {}, true],
  ['opted out', false, { ...optedIn, state: 'opted_out' }, true],
  ['confirmed', false, { ...optedIn, confirmedAt: at }, true],
  ['may still answer', false, { ...optedIn, asked: { at, expiresAt: '2026-05-10T12:00:00.000Z' } }, true],
  ['let the question pass', true, { ...optedIn, asked: { at, expiresAt: '2026-05-04T12:00:00.000Z' } }, true],
])('somebody who %s can be asked to confirm: %s', (_, can, consent, doubleOptIn) => {
  const someone = person('marketing', { consent, rules: { doubleOptIn } })
  expect(mayAsk(someone, Date.parse('2026-05-05T12:00:00.000Z'))).toBe(can)
})
