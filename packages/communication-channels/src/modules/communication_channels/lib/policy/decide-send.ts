import type { TemplateCandidate } from '../adapter/template-candidate.ts'
import { basisReasons } from './basis.ts'
import type { Decision, Reason } from './decision.ts'
import type { Purpose } from './purpose.ts'
import type { IntentFacts, SendFacts } from './send-facts.ts'
import { healthReasons, objects, permits, personReasons } from './standing.ts'
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
  const standing = standingReasons(facts, purpose, true)
  const window = windowReasons(facts)
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
      ...(template.state === 'missing' ? [] : standingReasons(facts, purpose, isInWindow(facts))),
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
  const purpose = intent.candidates[0]?.purpose ?? 'utility'
  if (intent.hasText) {
    const free = decideFree(facts, { purpose })
    if (free.outcome === 'allow' || free.outcome === 'wait') return free
  }
  if (chosen) return chosen.outcome === 'allow' ? { ...chosen, outcome: 'use_template' } : chosen
  if (best[0]) return best[0]
  const standing = standingReasons(facts, purpose, false)
  return decided(facts, [...standing, objects('no_template_for_notification', { name: intent.name })], null)
}

function standingReasons(facts: SendFacts, purpose: Purpose, isAnswer: boolean): Reason[] {
  return [
    ...healthReasons(facts, isAnswer),
    ...personReasons(facts, purpose),
    ...basisReasons(facts, purpose),
  ]
}

function isInWindow({ window, leavesAt }: SendFacts): boolean {
  return window.expiresAt !== null && leavesAt < window.expiresAt
}

function isObjection({ effect }: Reason): boolean {
  return effect === 'objects'
}

const WEIGHT: Record<Reason['effect'], number> = { objects: 0, waits: 1, permits: 2 }

function decided(facts: SendFacts, found: Reason[], template: Decision['template']): Decision {
  const waits = facts.waits.filter(({ until }) => until > facts.leavesAt)
  const reasons: Reason[] = [
    ...found,
    ...waits.map(({ code, until }) => ({
      code,
      effect: 'waits' as const,
      params: { until: until.toISOString() },
    })),
  ].sort((a, b) => WEIGHT[a.effect] - WEIGHT[b.effect])
  if (reasons.some(isObjection)) return { outcome: 'refuse', reasons, template: null, until: null }
  const last = waits
    .map(({ until }) => until.toISOString())
    .sort()
    .at(-1)
  if (last) return { outcome: 'wait', reasons, template, until: last }
  return { outcome: 'allow', reasons, template, until: null }
}
