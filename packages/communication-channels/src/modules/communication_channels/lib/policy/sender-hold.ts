import type { Reason } from './decision.ts'
import type { HealthProblem, SendFacts } from './send-facts.ts'
import { objects, waits } from './standing.ts'

/** What the provider says about the number stands against a message, or keeps it back until a time. */
export interface SenderHold {
  reasons: Reason[]
  /** When it leaves if nothing else is against it. */
  leavesAt: Date
}

/**
 * Where the provider told an end, a message waits for that; where it told none, nobody knows whether there is one.
 *
 * @param isAnswer whether the person has written lately, as things stand when it leaves
 */
export function senderHold(
  { sender: { blocked, restricted }, leavesAt }: SendFacts,
  isAnswer: (at: Date) => boolean,
): SenderHold {
  if (blocked && !blocked.until) return { reasons: [objects('sender_blocked', nameOf(blocked))], leavesAt }
  const reasons: Reason[] = []
  let at = leavesAt
  if (blocked?.until && at < blocked.until) {
    at = blocked.until
    reasons.push(waits('sender_blocked_until', at, nameOf(blocked)))
  }
  if (restricted && !isAnswer(at)) {
    if (!restricted.until) reasons.push(objects('sender_restricted', nameOf(restricted)))
    else if (at < restricted.until) {
      at = restricted.until
      reasons.push(waits('sender_restricted_until', at, nameOf(restricted)))
    }
  }
  return { reasons, leavesAt: at }
}

function nameOf({ name }: HealthProblem): Record<string, string> {
  return { name }
}
