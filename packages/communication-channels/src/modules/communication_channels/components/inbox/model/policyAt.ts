import type { Conversation, ConversationPolicy } from './conversation.ts'
import { windowPhase } from './windowPhase.ts'

/** The server's policy, corrected for a window that has run out since the server was asked. */
export function policyAt(
  detail: { conversation: Conversation; policy: ConversationPolicy },
  now: number,
): ConversationPolicy {
  const { policy } = detail
  if (policy.freeForm.outcome !== 'allow') return policy
  if (windowPhase(detail.conversation.window, now).phase !== 'closed') return policy
  return { ...policy, freeForm: { outcome: 'use_template', code: 'window_closed', reason: '', action: '' } }
}
