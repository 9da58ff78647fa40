import type { TemplateCandidate, TemplateState } from '../adapter/template-candidate.ts'
import { STANDARD_RULES } from '../consent/consent-rules.ts'
import { type ConsentState, NO_CONSENT } from '../consent/consent-state.ts'
import { decideSend } from './decide-send.ts'
import type { IntentFacts, SendFacts } from './send-facts.ts'
import { HEALTHY } from './send-facts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const now = new Date('2026-11-21T12:00:00Z')
const at = (ms: number) => new Date(now.getTime() + ms)

const state = (change: Partial<ConsentState>): ConsentState => ({ ...NO_CONSENT, ...change })
const agreed = state({ state: 'opted_in', since: at(-30 * HOUR), source: 'form' })
const confirmed = { ...agreed, confirmedAt: at(-29 * HOUR) }
const stopped = state({ state: 'opted_out', since: at(-HOUR), source: 'message' })

const template = (change: Partial<TemplateCandidate> = {}): TemplateCandidate => ({
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
const free = (change: Partial<Extract<IntentFacts, { kind: 'free' }>> = {}): IntentFacts => ({
  kind: 'free',
  purpose: 'service',
  ...change,
})
const chosen = (change: Partial<TemplateCandidate> = {}): IntentFacts => ({
  kind: 'template',
  template: template(change),
})
const marketing: TemplateCandidate = template({ name: 'welcome_back', purpose: 'marketing' })
const code = template({ name: 'login_code', purpose: 'authentication' })
const notification = (
  candidates: TemplateCandidate[],
  change: Partial<Extract<IntentFacts, { kind: 'notification' }>> = {},
): IntentFacts => ({ kind: 'notification', name: 'order_shipped', hasText: false, candidates, ...change })

/** A person who wrote an hour ago, on a number with a window of a day: an answer may leave. */
function facts(change: Partial<SendFacts> = {}): SendFacts {
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

const CLOSED = { window: { expiresAt: at(-1), lengthMs: 24 * HOUR } }
const NEVER = {
  window: { expiresAt: null, lengthMs: 24 * HOUR },
  person: { blockedAt: null, lastWroteAt: null, barredRegion: null },
}
const NO_WINDOW = { expiresAt: null, lengthMs: null }
const consent = (utility: ConsentState, marketing: ConsentState) => ({ consent: { utility, marketing } })
const rules = (change: Partial<SendFacts['rules']>) => ({ rules: { ...facts().rules, ...change } })
const channel = (change: Partial<SendFacts['channel']>) => ({ channel: { ...facts().channel, ...change } })
const person = (change: Partial<SendFacts['person']>) => ({ person: { ...facts().person, ...change } })
const asks = (candidate: TemplateCandidate): IntentFacts => ({
  kind: 'template',
  template: candidate,
  asksConsent: true,
})

type Row = [what: string, change: Partial<SendFacts>, outcome: string, firstReason: string]

function expectRows(rows: Row[]): void {
  it.each(rows)('%s', (_, change, outcome, firstReason) => {
    const decision = decideSend(facts(change))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual([outcome, firstReason])
  })
}

describe('an answer in free words', () => {
  expectRows([
    ['in an open window', {}, 'allow', 'window_open'],
    [
      'a millisecond before its end',
      { window: { expiresAt: at(1), lengthMs: 24 * HOUR } },
      'allow',
      'window_open',
    ],
    ['at its end', { window: { expiresAt: now, lengthMs: 24 * HOUR } }, 'use_template', 'window_closed'],
    ['after it', CLOSED, 'use_template', 'window_closed'],
    ['to somebody who never wrote', NEVER, 'use_template', 'window_never_opened'],
    ['scheduled within the window', { leavesAt: at(23 * HOUR - 1) }, 'allow', 'window_open'],
    ['scheduled for its end', { leavesAt: at(23 * HOUR) }, 'use_template', 'window_closes_before'],
    ['scheduled where it has closed', { ...CLOSED, leavesAt: at(HOUR) }, 'use_template', 'window_closed'],
    ['where the provider knows no window', { window: NO_WINDOW }, 'allow', 'has_written'],
    [
      'where it knows none, to somebody who never wrote',
      { ...NEVER, window: NO_WINDOW, ...channel({ hasTemplates: false }) },
      'refuse',
      'never_wrote',
    ],
    [
      'after the window, where there are no templates',
      { ...CLOSED, ...channel({ hasTemplates: false }) },
      'refuse',
      'window_closed',
    ],
    ['to somebody who opted out of everything else', consent(stopped, stopped), 'allow', 'window_open'],
    ['on a number that is switched off', channel({ isEnabled: false }), 'refuse', 'channel_disabled'],
    [
      'of a provider that is switched off',
      channel({ isIntegrationEnabled: false, isEnabled: false }),
      'refuse',
      'integration_disabled',
    ],
    ['to somebody who is blocked', person({ blockedAt: at(-HOUR) }), 'refuse', 'person_blocked'],
    [
      'to somebody who is blocked, after the window',
      { ...CLOSED, ...person({ blockedAt: at(-HOUR) }) },
      'refuse',
      'person_blocked',
    ],
  ])
})

describe('free words that are no answer', () => {
  expectRows([
    [
      'about an order, to somebody who wrote',
      { intent: free({ purpose: 'utility' }) },
      'allow',
      'wrote_first',
    ],
    [
      'about an order, to somebody who wants none',
      { intent: free({ purpose: 'utility' }), ...consent(stopped, NO_CONSENT) },
      'refuse',
      'opted_out',
    ],
    ['of marketing, without consent', { intent: free({ purpose: 'marketing' }) }, 'refuse', 'no_consent'],
    [
      'of marketing, with it',
      { intent: free({ purpose: 'marketing' }), ...consent(NO_CONSENT, agreed) },
      'allow',
      'consent_given',
    ],
    [
      'of marketing, with it, after the window',
      { intent: free({ purpose: 'marketing' }), ...consent(NO_CONSENT, agreed), ...CLOSED },
      'use_template',
      'window_closed',
    ],
    [
      'a code that was asked for',
      { intent: free({ purpose: 'authentication', requestedAt: now }) },
      'allow',
      'requested',
    ],
  ])
})

describe('a template about an order', () => {
  const utility = { intent: chosen(), ...CLOSED }
  const silent = { ...utility, ...NEVER }
  expectRows([
    ['to somebody who wrote once', utility, 'allow', 'wrote_first'],
    ['to somebody of whom nothing is known', silent, 'refuse', 'no_basis'],
    ['who agreed on a form', { ...silent, ...consent(agreed, NO_CONSENT) }, 'allow', 'consent_given'],
    [
      'who agreed on a form, where forms do not count',
      {
        ...silent,
        ...consent(agreed, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: true, form: false, wroteFirst: true } }),
      },
      'refuse',
      'basis_not_accepted',
    ],
    [
      'who agreed at the checkout, where checkouts do not count',
      {
        ...silent,
        ...consent({ ...agreed, source: 'checkout' }, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: false, form: true, wroteFirst: true } }),
      },
      'refuse',
      'basis_not_accepted',
    ],
    [
      'who agreed on a form that does not count, and wrote',
      {
        ...utility,
        ...consent(agreed, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: true, form: false, wroteFirst: true } }),
      },
      'allow',
      'wrote_first',
    ],
    [
      'who agreed to staff, where nothing else counts',
      {
        ...silent,
        ...consent({ ...agreed, source: 'staff' }, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: false, form: false, wroteFirst: false } }),
      },
      'allow',
      'consent_given',
    ],
    [
      'who only wrote, where that does not count',
      { ...utility, ...rules({ utilityBasis: { checkout: true, form: true, wroteFirst: false } }) },
      'refuse',
      'no_basis',
    ],
    ['who wants none', { ...utility, ...consent(stopped, NO_CONSENT) }, 'refuse', 'opted_out'],
    ['who wants no marketing', { ...utility, ...consent(NO_CONSENT, stopped) }, 'allow', 'wrote_first'],
    [
      'where there are no templates',
      { ...utility, ...channel({ hasTemplates: false }) },
      'refuse',
      'templates_unknown',
    ],
    [
      'whose data is incomplete',
      { ...utility, intent: chosen({ missing: ['order'] }) },
      'refuse',
      'template_data_missing',
    ],
  ])

  it.each<[TemplateState, string]>([
    ['missing', 'template_missing'],
    ['in_review', 'template_in_review'],
    ['rejected', 'template_rejected'],
    ['paused', 'template_paused'],
    ['disabled', 'template_disabled'],
    ['unsupported', 'template_unsupported'],
  ])('that is %s', (templateState, expected) => {
    const decision = decideSend(facts({ intent: chosen({ state: templateState }) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', expected])
  })
})

describe('marketing', () => {
  const offer = { intent: { kind: 'template' as const, template: marketing } }
  expectRows([
    ['to somebody who wrote and never agreed', offer, 'refuse', 'no_consent'],
    ['to somebody who agreed', { ...offer, ...consent(NO_CONSENT, agreed) }, 'allow', 'consent_given'],
    [
      'to somebody who agreed, where they have to confirm',
      { ...offer, ...consent(NO_CONSENT, agreed), ...rules({ doubleOptIn: true }) },
      'refuse',
      'not_confirmed',
    ],
    [
      'to somebody who confirmed',
      { ...offer, ...consent(NO_CONSENT, confirmed), ...rules({ doubleOptIn: true }) },
      'allow',
      'consent_confirmed',
    ],
    ['to somebody who opted out', { ...offer, ...consent(agreed, stopped) }, 'refuse', 'opted_out'],
    [
      'where the provider delivers none',
      { ...offer, ...consent(NO_CONSENT, agreed), ...person({ barredRegion: 'US' }) },
      'refuse',
      'marketing_barred_in_region',
    ],
    [
      'about an order where the provider delivers no marketing',
      { intent: chosen(), ...person({ barredRegion: 'US' }) },
      'allow',
      'wrote_first',
    ],
  ])
})

describe('the question whether somebody really agreed', () => {
  const question = { intent: asks(template({ name: 'double_opt_in' })), ...NEVER }
  expectRows([
    ['after they agreed', { ...question, ...consent(NO_CONSENT, agreed) }, 'allow', 'asks_for_consent'],
    [
      'after they confirmed',
      { ...question, ...consent(NO_CONSENT, confirmed) },
      'refuse',
      'nothing_to_confirm',
    ],
    ['to somebody who never agreed', question, 'refuse', 'nothing_to_confirm'],
    [
      'after they opted out',
      { ...question, ...consent(NO_CONSENT, stopped) },
      'refuse',
      'nothing_to_confirm',
    ],
    [
      'to somebody who wants no messages at all',
      { ...question, ...consent(stopped, agreed) },
      'refuse',
      'opted_out',
    ],
  ])
})

describe('a code', () => {
  const asked = (requestedAt: Date | null): Partial<SendFacts> => ({
    intent: { kind: 'template', template: code, requestedAt },
    ...NEVER,
  })
  expectRows([
    ['that was asked for this moment', asked(now), 'allow', 'requested'],
    ['that was asked for ten minutes ago', asked(at(-10 * MINUTE)), 'allow', 'requested'],
    ['that was asked for longer ago', asked(at(-10 * MINUTE - 1)), 'refuse', 'request_too_old'],
    ['that nobody asked for', asked(null), 'refuse', 'not_requested'],
    ['that will be asked for', asked(at(HOUR)), 'refuse', 'not_requested'],
    ['that was asked for by a clock that is ahead', asked(at(MINUTE)), 'allow', 'requested'],
    [
      'that somebody asked for who wants nothing else',
      { ...asked(now), ...consent(stopped, stopped) },
      'allow',
      'requested',
    ],
  ])
})

describe('a notification', () => {
  const polish = template({ name: 'order_shipped', language: 'pl' })
  const english = template({ name: 'order_shipped', language: 'en' })
  it('leaves in plain words while the window is open', () => {
    const decision = decideSend(facts({ intent: notification([polish], { hasText: true }) }))
    expect(decision).toMatchObject({ outcome: 'allow', template: null })
  })
  it('leaves as its first template after that', () => {
    const decision = decideSend(
      facts({ ...CLOSED, intent: notification([polish, english], { hasText: true }) }),
    )
    expect(decision).toMatchObject({ outcome: 'use_template', template: { language: 'pl' } })
  })
  it('leaves as a template within the window too, where it has no words', () => {
    expect(decideSend(facts({ intent: notification([polish]) }))).toMatchObject({ outcome: 'use_template' })
  })
  it('leaves as the next template where the first is paused', () => {
    const paused = { ...polish, state: 'paused' as const }
    const decision = decideSend(facts({ intent: notification([paused, english]) }))
    expect(decision).toMatchObject({ outcome: 'use_template', template: { language: 'en' } })
  })
  it('does not leave where no template is for it, and says so', () => {
    const decision = decideSend(facts({ intent: notification([]) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', 'no_template_for_notification'])
  })
  it('does not leave to somebody who opted out, with whichever template', () => {
    const intent = notification([polish, english], { hasText: true })
    const decision = decideSend(facts({ intent, ...consent(stopped, NO_CONSENT) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', 'opted_out'])
  })
})

describe('a number in trouble', () => {
  const problem = { name: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: at(HOUR) }
  expectRows([
    [
      'that is blocked sends nothing',
      { sender: { blocked: { name: 'DISABLED', until: null }, restricted: null } },
      'refuse',
      'sender_blocked',
    ],
    [
      'that is restricted still answers',
      { sender: { blocked: null, restricted: problem } },
      'allow',
      'window_open',
    ],
    [
      'that is restricted begins nothing',
      { sender: { blocked: null, restricted: problem }, intent: chosen(), ...CLOSED },
      'refuse',
      'sender_restricted',
    ],
    [
      'that is restricted answers with a template too',
      { sender: { blocked: null, restricted: problem }, intent: chosen() },
      'allow',
      'wrote_first',
    ],
    [
      'whose restriction will be over when it leaves',
      { sender: { blocked: null, restricted: problem }, intent: chosen(), ...CLOSED, leavesAt: at(HOUR) },
      'allow',
      'wrote_first',
    ],
    [
      'that rests lets it wait',
      { waits: [{ code: 'circuit_open', until: at(MINUTE) }] },
      'wait',
      'circuit_open',
    ],
    [
      'that rests until before it leaves',
      { waits: [{ code: 'circuit_open', until: at(MINUTE) }], leavesAt: at(HOUR) },
      'allow',
      'window_open',
    ],
  ])

  it('lets wait until the last of what keeps it back is over', () => {
    const waits = [
      { code: 'circuit_open' as const, until: at(MINUTE) },
      { code: 'portfolio_limit' as const, until: at(HOUR) },
    ]
    expect(decideSend(facts({ waits }))).toMatchObject({ outcome: 'wait', until: at(HOUR).toISOString() })
  })
})

it('tells all that stands against a message, and not one thing after the other', () => {
  const decision = decideSend(
    facts({
      ...channel({ isEnabled: false }),
      ...person({ blockedAt: at(-HOUR) }),
      ...consent(NO_CONSENT, stopped),
      intent: { kind: 'template', template: { ...marketing, state: 'paused' } },
    }),
  )
  const objections = decision.reasons.filter(({ effect }) => effect === 'objects')
  expect(objections.map(({ code }) => code)).toEqual([
    'channel_disabled',
    'person_blocked',
    'opted_out',
    'template_paused',
  ])
})
