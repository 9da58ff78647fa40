import type { DecisionView } from '../../../lib/policy/decision-view.ts'
import type { ToldReason } from '../../explanation/useSayReason.ts'
import type { ConversationPolicy } from '../model/conversation.ts'
import { mayLeave } from '../model/mayLeave.ts'

/**
 * Why the own words may not leave, and what is left.
 *
 * nothing    nobody can write at all
 * template   an approved template can be sent in their place
 * opted_out  the window is closed, and the person wants nothing else
 * no_basis   the window is closed, and there is nothing a template could rest on
 */
export type Refusal = { left: 'nothing' | 'template' | 'opted_out' | 'no_basis'; reasons: ToldReason[] }

export function refusalOf(policy: ConversationPolicy): Refusal {
  const { freeForm, utility, marketing, authentication } = policy
  const reasons = against(freeForm)
  if (freeForm.outcome !== 'use_template') return { left: 'nothing', reasons }
  if ([utility, marketing, authentication].some(mayLeave)) return { left: 'template', reasons }
  const all = [utility, marketing].map(against)
  const isOptedOut = all.every((some) => some.some(({ code }) => code === 'opted_out'))
  return isOptedOut
    ? { left: 'opted_out', reasons }
    : { left: 'no_basis', reasons: [...reasons, ...all.flat()] }
}

function against({ reasons }: DecisionView): ToldReason[] {
  return reasons.filter(({ effect }) => effect === 'objects')
}
