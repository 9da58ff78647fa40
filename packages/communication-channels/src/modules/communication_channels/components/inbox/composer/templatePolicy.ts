import type { SaidReason } from '../../../lib/policy/reason-words.ts'
import type { ToldReason } from '../../explanation/useSayReason.ts'
import type { ConversationPolicy } from '../model/conversation.ts'
import { mayLeave } from '../model/mayLeave.ts'

type TemplatePurpose = 'utility' | 'marketing' | 'authentication'

/** What a provider's choice of templates is told: which may be sent to this person, and what stands against the others. */
export type TemplatePolicy = Record<TemplatePurpose, { isAllowed: boolean; objections: SaidReason[] }>

export function templatePolicy(
  policy: ConversationPolicy,
  say: (reason: ToldReason) => SaidReason,
): TemplatePolicy {
  const of = (purpose: TemplatePurpose) => ({
    isAllowed: mayLeave(policy[purpose]),
    objections: policy[purpose].reasons.filter(({ effect }) => effect === 'objects').map(say),
  })
  return { utility: of('utility'), marketing: of('marketing'), authentication: of('authentication') }
}
