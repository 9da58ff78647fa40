import { z } from 'zod'
import { TEMPLATE_STATES, type TemplateCandidate, type TemplateState } from '../adapter/template-candidate.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { voiceOf } from '../consent/tasks/said-to-whom.ts'
import { templateRequest } from '../content/template.ts'
import { dbOf } from '../db.ts'
import { type ExplainContext, loadPolicy } from '../explanation/conversation-policy.ts'
import type { Decision } from '../policy/decision.ts'
import { type DecisionView, decisionView, viewDecision } from '../policy/decision-view.ts'
import { RE_ENGAGEMENT } from '../policy/notification-intent.ts'
import type { ConversationPolicy } from '../policy/policy-for.ts'
import { candidateOf } from '../policy/read-intent.ts'
import type { Reader } from '../policy/reader.ts'
import { objects } from '../policy/standing.ts'

const TEMPLATE_PURPOSES = ['utility', 'marketing', 'authentication'] as const

const reengagement = z.object({
  name: z.string(),
  language: z.string(),
  purpose: z.enum(TEMPLATE_PURPOSES),
  state: z.enum(TEMPLATE_STATES),
  missing: z.array(z.string()),
  content: templateRequest.nullable(),
})

/** What may be sent in a conversation now, and why, before anybody types. */
export const composerPolicy = z.object({
  freeForm: decisionView,
  utility: decisionView,
  marketing: decisionView,
  authentication: decisionView,
  /** What could take up the conversation again after its window closed. */
  reengagement: reengagement.nullable(),
})
export type ComposerPolicy = z.infer<typeof composerPolicy>

export async function showComposerPolicy(
  ctx: ExplainContext,
  { id, providerKey }: { id: string; providerKey: string },
  reader?: Reader,
): Promise<ComposerPolicy> {
  if (!getChannelAdapter(providerKey)) return withoutProvider(reader)
  const policy = await loadPolicy(ctx, id)
  const freeForm = policy.decide({ kind: 'free', purpose: 'service' })
  const ofTemplates = TEMPLATE_PURPOSES.map(
    (purpose) => [purpose, viewDecision(decidePurpose(policy, purpose), reader)] as const,
  )
  return {
    freeForm: viewDecision(freeForm, reader),
    ...(Object.fromEntries(ofTemplates) as Record<(typeof TEMPLATE_PURPOSES)[number], DecisionView>),
    reengagement: await offerReengagement(ctx, policy, id, reader?.locale),
  }
}

/** As if some template of this purpose was chosen; which one, and whether it is approved, is not known yet. */
function decidePurpose(policy: ConversationPolicy, purpose: TemplateCandidate['purpose']): Decision {
  const state: TemplateState = 'usable'
  const template = { name: '', language: '', purpose, state, missing: [], content: null }
  const decision = policy.decide({ kind: 'template', template })
  const reasons = decision.reasons.filter(({ code }) => code !== 'template_usable')
  return { ...decision, reasons, template: null }
}

/**
 * Null while free words may leave, and where nothing may. In the language of the last template between the two, else in
 * that which is known of the person, else in the organisation's; where it named none, in the reader's.
 */
export async function offerReengagement(
  ctx: ExplainContext,
  policy: ConversationPolicy,
  conversationId: string,
  locale: string | undefined,
): Promise<TemplateCandidate | null> {
  if (policy.decide({ kind: 'free', purpose: 'service' }).outcome !== 'use_template') return null
  const voice = await voiceOf(dbOf(ctx.em.fork()), ctx.scope, conversationId)
  const language = voice.language ?? undefined
  const notification = { name: RE_ENGAGEMENT, language, fallbackLanguage: locale, data: {} }
  const intent = await policy.read({ notification })
  return candidateOf(intent, policy.decide(intent).template) ?? null
}

function withoutProvider(reader: Reader | undefined): ComposerPolicy {
  const reasons = [objects('integration_disabled')]
  const refused = viewDecision({ outcome: 'refuse', reasons, template: null, until: null }, reader)
  return {
    freeForm: refused,
    utility: refused,
    marketing: refused,
    authentication: refused,
    reengagement: null,
  }
}
