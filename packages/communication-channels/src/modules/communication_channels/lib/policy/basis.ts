import type { ConsentPurpose } from '../consent/consent.ts'
import type { ConsentState } from '../consent/consent-state.ts'
import type { Reason } from './decision.ts'
import type { Purpose } from './purpose.ts'
import type { SendFacts } from './send-facts.ts'
import { objects, permits } from './standing.ts'

/** A code that somebody asked for is for this moment: ten minutes later they have long asked again, or given up. */
const REQUEST_COUNTS_MS = 10 * 60 * 1000

/** Clocks differ a little. What lies further ahead is no time at which anybody asked. */
const CLOCK_SKEW_MS = 60_000

/** On what basis a message for this purpose is written to this person; every purpose has its own. */
export function basisReasons(facts: SendFacts, purpose: Purpose): Reason[] {
  switch (purpose) {
    case 'service':
      return serviceBasis(facts)
    case 'utility':
      return utilityBasis(facts)
    case 'marketing':
      return marketingBasis(facts)
    case 'authentication':
      return authenticationBasis(facts)
  }
}

/** With a window it is the window that says whether the person has written lately. */
function serviceBasis({ window, person }: SendFacts): Reason[] {
  if (window.lengthMs !== null) return []
  return person.lastWroteAt
    ? [permits('has_written', { at: person.lastWroteAt.toISOString() })]
    : [objects('never_wrote')]
}

function utilityBasis(facts: SendFacts): Reason[] {
  const { consent, person, rules } = facts
  const { utility } = consent
  if (utility.state === 'opted_out') return [optedOut('utility', utility)]
  if (asksConsent(facts)) return askBasis(consent.marketing)
  if (utility.state === 'opted_in') {
    const { source } = utility
    const isAccepted =
      (source !== 'form' || rules.utilityBasis.form) && (source !== 'checkout' || rules.utilityBasis.checkout)
    if (isAccepted) return [permits('consent_given', stateParams('utility', utility))]
  }
  if (person.lastWroteAt && rules.utilityBasis.wroteFirst)
    return [permits('wrote_first', { at: person.lastWroteAt.toISOString() })]
  return utility.state === 'opted_in'
    ? [objects('basis_not_accepted', stateParams('utility', utility))]
    : [objects('no_basis')]
}

function marketingBasis(facts: SendFacts): Reason[] {
  const { consent, rules } = facts
  const { marketing } = consent
  const params = stateParams('marketing', marketing)
  if (marketing.state === 'opted_out') return [optedOut('marketing', marketing)]
  if (asksConsent(facts)) return askBasis(marketing)
  if (marketing.state === 'none') return [objects('no_consent')]
  if (marketing.confirmedAt)
    return [permits('consent_confirmed', { ...params, confirmedAt: marketing.confirmedAt.toISOString() })]
  return rules.doubleOptIn ? [objects('not_confirmed', params)] : [permits('consent_given', params)]
}

function authenticationBasis({ intent, now, leavesAt }: SendFacts): Reason[] {
  const { requestedAt } = intent
  if (!requestedAt || requestedAt.getTime() > now.getTime() + CLOCK_SKEW_MS) return [objects('not_requested')]
  const params = { at: requestedAt.toISOString() }
  const age = leavesAt.getTime() - requestedAt.getTime()
  return age <= REQUEST_COUNTS_MS ? [permits('requested', params)] : [objects('request_too_old', params)]
}

/** The question whether somebody really agreed has no other basis than that they did, and nobody has confirmed it yet. */
function askBasis(marketing: ConsentState): Reason[] {
  if (marketing.state === 'opted_in' && !marketing.confirmedAt)
    return [permits('asks_for_consent', stateParams('marketing', marketing))]
  return [objects('nothing_to_confirm')]
}

/** They want no more of it: whatever else there is, this stands against it. */
export function optedOut(purpose: ConsentPurpose, state: Pick<ConsentState, 'since' | 'source'>): Reason {
  return objects('opted_out', stateParams(purpose, state))
}

function asksConsent({ intent }: SendFacts): boolean {
  return intent.asksConsent === true
}

function stateParams(
  purpose: ConsentPurpose,
  { since, source }: Pick<ConsentState, 'since' | 'source'>,
): Record<string, string> {
  return { purpose, ...(since ? { at: since.toISOString() } : {}), ...(source ? { source } : {}) }
}
