import { dbOf } from '../db.ts'
import { readCircuit } from '../outbox/circuit/circuit-statements.ts'
import { loadTarget } from '../outbox/send-target.ts'
import { type ConversationPolicy, type PolicyContext, policyFor } from '../policy/policy-for.ts'
import type { WaitFact } from '../policy/send-facts.ts'

export type ExplainContext = PolicyContext

/**
 * The same facts, the same policy that the sender asks; and what the sender sees to by itself, that the number is paused.
 *
 * @throws ChannelError 404, 422 `provider_missing`
 */
export async function loadPolicy(ctx: ExplainContext, conversationId: string): Promise<ConversationPolicy> {
  const target = await loadTarget(ctx, conversationId)
  const [policy, pauses] = await Promise.all([
    policyFor(ctx, target),
    pausesOf(ctx, target.channel.channelId),
  ])
  return {
    read: policy.read,
    decide: (intent, { scheduledAt = null, waits = [] } = {}) =>
      policy.decide(intent, { scheduledAt, waits: [...pauses, ...waits] }),
  }
}

async function pausesOf({ em }: ExplainContext, channelId: string): Promise<WaitFact[]> {
  const circuit = await readCircuit(dbOf(em.fork()), channelId)
  return circuit?.state === 'open' ? [{ code: 'circuit_open', until: new Date(circuit.retryAt) }] : []
}
