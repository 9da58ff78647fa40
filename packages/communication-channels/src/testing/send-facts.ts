import type { TemplateCandidate } from '../modules/communication_channels/lib/adapter/template-candidate.ts'
import { STANDARD_RULES } from '../modules/communication_channels/lib/consent/consent-rules.ts'
import { type ConsentState, NO_CONSENT } from '../modules/communication_channels/lib/consent/consent-state.ts'
import { decideSend } from '../modules/communication_channels/lib/policy/decide-send.ts'
import {
  HEALTHY,
  type IntentFacts,
  type SendFacts,
} from '../modules/communication_channels/lib/policy/send-facts.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const now = new Date('2026-11-21T12:00:00Z')
export const at = (ms: number) => new Date(now.getTime() + ms)

export const state = (change: Partial<ConsentState>): ConsentState => ({ ...NO_CONSENT, ...change })
export const agreed = state({ state: 'opted_in', since: at(-30 * HOUR), source: 'form' })
export const confirmed = { ...agreed, confirmedAt: at(-29 * HOUR) }
export const stopped = state({ state: 'opted_out', since: at(-HOUR), source: 'message' })

export const template = (change: Partial<TemplateCandidate> = {}): TemplateCandidate => ({
  ...{
    name: 'order_update',
    language: 'en',
    purpose: 'utility',
    state: 'usable',
    missing: [],
    content: null,
  },
  ...change,
})
export const free = (change: Partial<Extract<IntentFacts, { kind: 'free' }>> = {}): IntentFacts => ({
  kind: 'free',
  purpose: 'service',
  ...change,
})
export const chosen = (change: Partial<TemplateCandidate> = {}): IntentFacts => ({
  kind: 'template',
  template: template(change),
})
export const marketing: TemplateCandidate = template({ name: 'welcome_back', purpose: 'marketing' })
export const code = template({ name: 'login_code', purpose: 'authentication' })
export const notification = (
  candidates: TemplateCandidate[],
  change: Partial<Extract<IntentFacts, { kind: 'notification' }>> = {},
): IntentFacts => ({ kind: 'notification', name: 'order_shipped', hasText: false, candidates, ...change })

/** A person who wrote an hour ago, on a number with a window of a day: an answer may leave. */
export function facts(change: Partial<SendFacts> = {}): SendFacts {
  return {
    now,
    leavesAt: now,
    intent: free(),
    channel: { isEnabled: true, isIntegrationEnabled: true, hasTemplates: true },
    sender: HEALTHY,
    person: { blockedAt: null, lastWroteAt: at(-HOUR), barredRegion: null },
    consent: { utility: NO_CONSENT, marketing: NO_CONSENT },
    rules: { doubleOptIn: false, utilityBasis: STANDARD_RULES.utilityBasis },
    window: { expiresAt: at(23 * HOUR), lengthMs: 24 * HOUR },
    waits: [],
    ...change,
  }
}

export const CLOSED = { window: { expiresAt: at(-1), lengthMs: 24 * HOUR } }
export const NEVER = {
  window: { expiresAt: null, lengthMs: 24 * HOUR },
  person: { blockedAt: null, lastWroteAt: null, barredRegion: null },
}
export const NO_WINDOW = { expiresAt: null, lengthMs: null }
export const consent = (utility: ConsentState, marketing: ConsentState) => ({
  consent: { utility, marketing },
})
export const rules = (change: Partial<SendFacts['rules']>) => ({ rules: { ...facts().rules, ...change } })
export const channel = (change: Partial<SendFacts['channel']>) => ({
  channel: { ...facts().channel, ...change },
})
export const person = (change: Partial<SendFacts['person']>) => ({ person: { ...facts().person, ...change } })
export const asks = (candidate: TemplateCandidate): IntentFacts => ({
  kind: 'template',
  template: candidate,
  asksConsent: true,
})

type Row = [what: string, change: Partial<SendFacts>, outcome: string, firstReason: string]

export function expectRows(rows: Row[]): void {
  it.each(rows)('%s', (_, change, outcome, firstReason) => {
    const decision = decideSend(facts(change))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual([outcome, firstReason])
  })
}
