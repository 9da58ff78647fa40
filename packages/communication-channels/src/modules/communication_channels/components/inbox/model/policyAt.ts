import type { DecisionView } from '../../../lib/policy/decision-view.ts'
import type { Conversation, ConversationPolicy } from './conversation.ts'
import { mayLeave } from './mayLeave.ts'
import { windowPhase } from './windowPhase.ts'

/** The server's policy, corrected for a window that has run out since the server was asked. */
export function policyAt(
  detail: { conversation: Conversation; policy: ConversationPolicy },
  now: number,
): ConversationPolicy {
  const { policy } = detail
  const { window } = detail.conversation
  if (!mayLeave(policy.freeForm)) return policy
  if (windowPhase(window, now).phase !== 'closed') return policy
  const params = policy.freeForm.reasons.find(({ code }) => code === 'window_open')?.params
  return { ...policy, freeForm: closed({ ...params, at: window.expiresAt ?? '' }) }
}

function closed(params: Record<string, string>): DecisionView {
  const code = 'window_closed'
  return {
    outcome: 'use_template',
    ...{ code, reason: null, action: null },
    reasons: [{ code, effect: 'objects', params, sentence: '', action: null }],
    template: null,
    until: null,
  }
}
