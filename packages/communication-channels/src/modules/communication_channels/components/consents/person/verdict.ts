import type { ConsentPurpose, PersonConsents, PurposeConsent, Undone } from './consent.ts'

/**
 * What follows from how somebody stands to a purpose.
 *
 * given, confirmed     they agreed, once or twice
 * wrote_first          they wrote to the business, which is a basis of its own for utility
 * unconfirmed          they agreed, and the organisation waits for a second yes
 * source_not_counted   they agreed in a way that the organisation does not count
 * opted_out, none      they want no more; nothing is known
 */
export type VerdictCode =
  | 'given'
  | 'confirmed'
  | 'wrote_first'
  | 'unconfirmed'
  | 'source_not_counted'
  | 'opted_out'
  | 'none'
export type Verdict = { code: VerdictCode; mayWrite: boolean }

const agreed: ReadonlySet<VerdictCode> = new Set(['given', 'confirmed', 'wrote_first'])

/** As the policy judges it on the server; what else may stand against one message is said where it is written. */
export function verdictOn(purpose: ConsentPurpose, person: PersonConsents): Verdict {
  const code = purpose === 'marketing' ? onMarketing(person) : onUtility(person)
  return { code, mayWrite: agreed.has(code) && person.block === null }
}

function onMarketing(person: PersonConsents): VerdictCode {
  const { state, confirmedAt } = consentTo('marketing', person)
  if (state !== 'opted_in') return state
  if (confirmedAt) return 'confirmed'
  return person.rules.doubleOptIn ? 'unconfirmed' : 'given'
}

function onUtility(person: PersonConsents): VerdictCode {
  const { state, source } = consentTo('utility', person)
  const { checkout, form, wroteFirst } = person.rules.utilityBasis
  if (state === 'opted_out') return 'opted_out'
  const isCounted = (source !== 'form' || form) && (source !== 'checkout' || checkout)
  if (state === 'opted_in' && isCounted) return 'given'
  if (person.basis.firstWroteAt && wroteFirst) return 'wrote_first'
  return state === 'opted_in' ? 'source_not_counted' : 'none'
}

export function consentTo(purpose: ConsentPurpose, { consents }: PersonConsents): PurposeConsent {
  const known = consents.find((one) => one.purpose === purpose)
  return known ?? { purpose, state: 'none', since: null, source: null, confirmedAt: null, asked: null }
}

/** Whether a second yes is wanted that they are not being asked for just now. `now` in milliseconds. */
export function mayAsk(person: PersonConsents, now: number): boolean {
  const { asked } = consentTo('marketing', person)
  const isOpen = asked !== null && Date.parse(asked.expiresAt) > now
  return onMarketing(person) === 'unconfirmed' && (!isOpen || undoneQuestion(person) !== null)
}

/** The question that they wait for in vain; null where the last one reached them, or nothing waits to be confirmed. */
export function undoneQuestion(person: PersonConsents): Undone | null {
  const last = person.undone.find(({ what }) => what === 'question')
  if (!last || onMarketing(person) !== 'unconfirmed') return null
  const { asked } = consentTo('marketing', person)
  return asked && Date.parse(asked.at) > Date.parse(last.at) ? null : last
}
