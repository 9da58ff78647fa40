import { dbOf } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { assembleFacts } from '../policy/assemble-facts.ts'
import { decideSend } from '../policy/decide-send.ts'
import { type Decision, mainReason } from '../policy/decision.ts'
import { loadNumberFacts } from '../policy/number-facts.ts'
import { loadStandings, STRANGER } from '../policy/person-standing.ts'
import { sayReason } from '../policy/reason-words.ts'
import type { IntentFacts } from '../policy/send-facts.ts'
import type { QueueContext, SendTarget } from './send-target.ts'

/**
 * What the policy says to a message that is to be queued.
 *
 * @throws ChannelError 422 with the first reason that stands against it, what to do, and all reasons
 */
export async function askPolicy(
  ctx: QueueContext,
  target: SendTarget,
  intent: IntentFacts,
  scheduledAt: Date | null,
): Promise<Decision> {
  const { scope, resolve, now } = ctx
  const { adapter, channel, conversationId } = target
  const db = dbOf(ctx.em.fork())
  const number = await loadNumberFacts(db, adapter, { scope, channel, resolve })
  const standings = await loadStandings(db, scope, [conversationId])
  const standing = standings.get(conversationId) ?? STRANGER
  const decision = decideSend(assembleFacts(number, target, standing, { intent, now, scheduledAt }))
  if (isRefused(intent, decision)) throw policyRefusal(decision)
  return decision
}

/** That a template may leave in its place helps only who asked for a notification. */
export function isRefused(intent: IntentFacts, { outcome }: Decision): boolean {
  return outcome === 'refuse' || (outcome === 'use_template' && intent.kind !== 'notification')
}

export function policyRefusal(decision: Decision): ChannelError {
  const { code, ...rest } = mainReason(decision)!
  const { sentence, action } = sayReason({ code, ...rest })
  return new ChannelError(422, code, sentence, action ?? '', { reasons: decision.reasons })
}
