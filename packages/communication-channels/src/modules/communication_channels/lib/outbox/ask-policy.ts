import type { TemplateRequest } from '../content/template.ts'
import { ChannelError } from '../errors.ts'
import { type Decision, mainReason } from '../policy/decision.ts'
import { policyFor } from '../policy/policy-for.ts'
import type { Purpose } from '../policy/purpose.ts'
import { type AskedIntent, candidateOf, purposeOf } from '../policy/read-intent.ts'
import { sayReason } from '../policy/reason-words.ts'
import type { IntentFacts } from '../policy/send-facts.ts'
import type { QueueContext, SendTarget } from './send-target.ts'

/** What may be queued, for what it is, and why. */
interface Permitted {
  intent: IntentFacts
  decision: Decision
  purpose: Purpose
  /** Of a notification in plain words: the template that may leave in their place, once the window is over. */
  inPlace: TemplateRequest | null
}

/**
 * What the policy says to a message that is to be queued.
 *
 * @throws ChannelError 422 with the first reason that stands against it, what to do, and all reasons
 */
export async function askPolicy(
  ctx: QueueContext,
  target: SendTarget,
  asked: AskedIntent,
  scheduledAt: Date | null,
): Promise<Permitted> {
  const policy = await policyFor(ctx, target)
  const intent = await policy.read(asked)
  const decision = policy.decide(intent, { scheduledAt })
  if (isRefused(intent, decision)) throw refusal(decision)
  const inPlace =
    intent.kind === 'notification' && !decision.template
      ? candidateOf(intent, policy.decide({ ...intent, hasText: false }, { scheduledAt }).template)
      : undefined
  const purpose = purposeOf(intent, decision.template)
  return { intent, decision, purpose, inPlace: inPlace?.content ?? null }
}

/** That a template may leave in its place helps only who asked for a notification. */
function isRefused(intent: IntentFacts, { outcome }: Decision): boolean {
  return outcome === 'refuse' || (outcome === 'use_template' && intent.kind !== 'notification')
}

function refusal(decision: Decision): ChannelError {
  const reason = mainReason(decision)!
  const { sentence, action } = sayReason(reason)
  return new ChannelError(422, reason.code, sentence, action ?? '', { reasons: decision.reasons })
}
