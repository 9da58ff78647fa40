import fc from 'fast-check'
import { TEMPLATE_STATES, type TemplateCandidate } from '../adapter/template-candidate.ts'
import { CONSENT_SOURCES } from '../consent/consent.ts'
import type { ConsentState } from '../consent/consent-state.ts'
import { decideSend } from './decide-send.ts'
import { PURPOSES } from './purpose.ts'
import type { IntentFacts, SendFacts } from './send-facts.ts'

const HOUR = 60 * 60 * 1000
const NOW = new Date('2026-11-21T12:00:00Z').getTime()

const around = fc.integer({ min: -48, max: 48 }).map((hours) => new Date(NOW + hours * HOUR))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const consentState: fc.Arbitrary<ConsentState> = fc.record({
  state: fc.constantFrom('none', 'opted_in', 'opted_out'),
  since: maybe(around),
  source: maybe(fc.constantFrom(...CONSENT_SOURCES)),
  event: fc.constant(null),
  confirmedAt: maybe(around),
  asked: fc.constant(null),
})
const candidate: fc.Arbitrary<TemplateCandidate> = fc.record({
  name: fc.constantFrom('one', 'two'),
  language: fc.constantFrom('en', 'pl'),
  purpose: fc.constantFrom('utility', 'marketing', 'authentication'),
  state: fc.constantFrom(...TEMPLATE_STATES),
  missing: fc.constantFrom([], ['order']),
  content: fc.constant(null),
})
const asked = { requestedAt: maybe(around), asksConsent: fc.boolean() }
const intent: fc.Arbitrary<IntentFacts> = fc.oneof(
  fc.record({ kind: fc.constant('free' as const), purpose: fc.constantFrom(...PURPOSES), ...asked }),
  fc.record({ kind: fc.constant('template' as const), template: candidate, ...asked }),
  fc.record({
    kind: fc.constant('notification' as const),
    name: fc.constant('one'),
    purpose: fc.constantFrom(undefined, ...PURPOSES),
    hasText: fc.boolean(),
    candidates: fc.array(candidate, { maxLength: 3 }),
    ...asked,
  }),
)
const problem = maybe(fc.record({ name: fc.constant('BAN'), until: maybe(around) }))
const anyFacts: fc.Arbitrary<SendFacts> = fc.record({
  now: fc.constant(new Date(NOW)),
  leavesAt: fc.integer({ min: 0, max: 48 }).map((hours) => new Date(NOW + hours * HOUR)),
  intent,
  channel: fc.record({
    isEnabled: fc.boolean(),
    isIntegrationEnabled: fc.boolean(),
    hasTemplates: fc.boolean(),
  }),
  sender: fc.record({ blocked: problem, restricted: problem }),
  person: fc.record({
    blockedAt: maybe(around),
    lastWroteAt: maybe(around),
    barredRegion: maybe(fc.constant('US')),
  }),
  consent: fc.record({ utility: consentState, marketing: consentState }),
  rules: fc.record({
    doubleOptIn: fc.boolean(),
    utilityBasis: fc.record({ checkout: fc.boolean(), form: fc.boolean(), wroteFirst: fc.boolean() }),
  }),
  window: fc.record({ expiresAt: maybe(around), lengthMs: maybe(fc.constant(24 * HOUR)) }),
  waits: fc.array(fc.record({ code: fc.constant('circuit_open' as const), until: around }), { maxLength: 2 }),
})

/** What would go out: nothing, words as they are, or a template. */
function goesOut(facts: SendFacts): 'nothing' | 'words' | TemplateCandidate {
  const decision = decideSend(facts)
  const { outcome, template } = decision
  if (outcome === 'refuse') return 'nothing'
  const { intent: asked } = facts
  if (asked.kind === 'free') return outcome === 'use_template' ? 'nothing' : 'words'
  if (!template) return 'words'
  const candidates = asked.kind === 'template' ? [asked.template] : asked.candidates
  const named = candidates.filter(
    ({ name, language }) => name === template.name && language === template.language,
  )
  return named.find(({ state, missing }) => state === 'usable' && missing.length === 0) ?? named[0]!
}

const whatever = (check: (facts: SendFacts) => void) =>
  fc.assert(fc.property(anyFacts, check), { numRuns: 3000 })

describe('whatever is the case,', () => {
  it('no free words leave outside the window', () => {
    whatever((facts) => {
      const { expiresAt, lengthMs } = facts.window
      // While its number is kept from sending at all, even an answer does not leave.
      const end = facts.sender.blocked?.until
      const leavesAt = end && end > facts.leavesAt ? end : facts.leavesAt
      const isOpen =
        lengthMs === null || (expiresAt !== null && facts.now < expiresAt && leavesAt < expiresAt)
      if (!isOpen) expect(goesOut(facts)).not.toBe('words')
    })
  })

  it('no marketing leaves without a consent that stands, confirmed where that is demanded', () => {
    whatever((facts) => {
      const { state, confirmedAt } = facts.consent.marketing
      const mayHave = state === 'opted_in' && (!facts.rules.doubleOptIn || confirmedAt !== null)
      const out = goesOut(facts)
      const isMarketing =
        (typeof out === 'object' && out.purpose === 'marketing') ||
        (out === 'words' && facts.intent.kind === 'free' && facts.intent.purpose === 'marketing')
      const isQuestion = facts.intent.asksConsent && state === 'opted_in' && !confirmedAt
      if (isMarketing && !isQuestion) expect(mayHave).toBe(true)
    })
  })

  it('nothing about orders leaves to somebody who opted out of that', () => {
    whatever((facts) => {
      if (facts.consent.utility.state !== 'opted_out') return
      const out = goesOut(facts)
      if (typeof out === 'object') expect(out.purpose).not.toBe('utility')
    })
  })

  it('nothing leaves to somebody who is blocked, or from a number that is switched off', () => {
    whatever((facts) => {
      const { isEnabled, isIntegrationEnabled } = facts.channel
      if (facts.person.blockedAt || !isEnabled || !isIntegrationEnabled)
        expect(goesOut(facts)).toBe('nothing')
    })
  })

  it('nothing leaves at once from a number that the provider blocks', () => {
    whatever((facts) => {
      const { blocked } = facts.sender
      if (!blocked || (blocked.until && blocked.until <= facts.leavesAt)) return
      const { outcome, until } = decideSend(facts)
      if (blocked.until && outcome === 'wait')
        expect(Date.parse(until!)).toBeGreaterThanOrEqual(+blocked.until)
      else if (facts.intent.kind !== 'free') expect(outcome).toBe('refuse')
      else expect(['refuse', 'use_template']).toContain(outcome)
    })
  })

  it('no template leaves that is not approved or lacks data', () => {
    whatever((facts) => {
      const out = goesOut(facts)
      if (typeof out === 'object') expect([out.state, out.missing.length]).toEqual(['usable', 0])
    })
  })

  it('the answer comes with a reason of its own kind, and is the same when asked again', () => {
    whatever((facts) => {
      const decision = decideSend(facts)
      const effects = decision.reasons.map(({ effect }) => effect)
      if (decision.outcome === 'refuse') expect(effects[0]).toBe('objects')
      if (decision.outcome === 'wait') expect(effects[0]).toBe('waits')
      if (decision.outcome === 'allow') expect(effects.every((effect) => effect === 'permits')).toBe(true)
      expect(decision.until !== null).toBe(decision.outcome === 'wait')
      expect(decideSend(facts)).toEqual(decision)
    })
  })
})
