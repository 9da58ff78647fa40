import type { TemplateCandidate } from '../adapter/template-candidate.ts'
import { isSameLanguage } from '../notifications/languages.ts'
import { basisReasons } from './basis.ts'
import type { Decision, Reason } from './decision.ts'
import type { Purpose } from './purpose.ts'
import type { IntentFacts, SendFacts } from './send-facts.ts'
import { senderHold } from './sender-hold.ts'
import { channelReasons, objects, permits, personReasons, waits } from './standing.ts'
import { templateReasons } from './template-reasons.ts'
import { windowReasons } from './window-reasons.ts'

/**
 * May this leave, and as what? Pure; asked when a message is composed, when it is queued and again when it leaves, because
 * the answer may have changed in between. Every rule is looked at, so that whoever asks learns all that stands against it
 * and not one thing after the other.
 */
export function decideSend(facts: SendFacts): Decision {
  const { intent } = facts
  switch (intent.kind) {
    case 'free':
      return decideFree(facts, intent)
    case 'template':
      return decideTemplate(facts, intent.template)
    case 'notification':
      return decideNotification(facts, intent)
  }
}

function decideFree(facts: SendFacts, { purpose }: { purpose: Purpose }): Decision {
  const { then, reasons: standing } = standingOf(facts, purpose, () => true)
  const window = windowReasons(then)
  const decision = decided(facts, [...standing, ...window], null)
  const mayAsTemplate = decision.outcome === 'refuse' && !standing.some(isObjection)
  return mayAsTemplate && facts.channel.hasTemplates ? { ...decision, outcome: 'use_template' } : decision
}

function decideTemplate(facts: SendFacts, template: TemplateCandidate): Decision {
  const { name, language, purpose } = template
  return decided(
    facts,
    [
      // Of one that is not there nobody knows for what it would be.
      ...(template.state === 'missing' ? [] : standingOf(facts, purpose, isInWindow(facts)).reasons),
      ...templateReasons(facts.channel.hasTemplates, template),
      permits('window_not_needed'),
    ],
    { name, language },
  )
}

/** As free words while the window is open, where there are some: else by the first template that may leave. */
function decideNotification(
  facts: SendFacts,
  intent: Extract<IntentFacts, { kind: 'notification' }>,
): Decision {
  const best = intent.candidates.map((candidate) => decideTemplate(facts, candidate))
  const chosen = best.find(({ outcome }) => outcome !== 'refuse')
  const purpose = intent.purpose ?? intent.candidates[0]?.purpose ?? 'utility'
  if (intent.hasText) {
    const free = decideFree(facts, { purpose })
    if (free.outcome === 'allow' || free.outcome === 'wait') return free
  }
  if (chosen) {
    const reasons = [...chosen.reasons, ...languageReasons(intent, chosen.template)]
    return { ...chosen, reasons, outcome: chosen.outcome === 'allow' ? 'use_template' : chosen.outcome }
  }
  if (best[0]) return best[0]
  const { reasons: standing } = standingOf(facts, purpose, () => false)
  return decided(facts, [...standing, objects('no_template_for_notification', { name: intent.name })], null)
}

/** It is said where it leaves in another language than the one that was to be tried first. */
function languageReasons(
  { languages = [] }: Extract<IntentFacts, { kind: 'notification' }>,
  template: Decision['template'],
): Reason[] {
  const [wanted] = languages
  if (!template || wanted === undefined || isSameLanguage(wanted, template.language)) return []
  return [permits('language_fallback', { language: template.language, wanted })]
}

/** `then`: the facts as they are when it leaves, after what its number has to wait for. */
function standingOf(
  facts: SendFacts,
  purpose: Purpose,
  isAnswer: (at: Date) => boolean,
): { then: SendFacts; reasons: Reason[] } {
  const { leavesAt, reasons: ofTheSender } = senderHold(facts, isAnswer)
  const then = { ...facts, leavesAt }
  const reasons = [
    ...channelReasons(facts),
    ...ofTheSender,
    ...personReasons(facts, purpose),
    ...basisReasons(then, purpose),
  ]
  return { then, reasons }
}

function isInWindow({ window: { expiresAt } }: SendFacts): (at: Date) => boolean {
  return (at) => expiresAt !== null && at < expiresAt
}

function isObjection({ effect }: Reason): boolean {
  return effect === 'objects'
}

const WEIGHT: Record<Reason['effect'], number> = { objects: 0, waits: 1, permits: 2 }

function decided(facts: SendFacts, found: Reason[], template: Decision['template']): Decision {
  const pauses = facts.waits.filter(({ until }) => until > facts.leavesAt)
  const reasons: Reason[] = [...found, ...pauses.map(({ code, until }) => waits(code, until))].sort(
    (a, b) => WEIGHT[a.effect] - WEIGHT[b.effect],
  )
  if (reasons.some(isObjection)) return { outcome: 'refuse', reasons, template: null, until: null }
  const last = reasons
    .flatMap(({ effect, params }) => (effect === 'waits' && params.until ? [params.until] : []))
    .sort()
    .at(-1)
  if (last) return { outcome: 'wait', reasons, template, until: last }
  return { outcome: 'allow', reasons, template, until: null }
}
