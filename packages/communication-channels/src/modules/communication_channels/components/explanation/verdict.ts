import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import { REASON_WORDS } from '../../lib/policy/reason-words.ts'
import type { Message } from '../inbox/model/message.ts'
import { tickOf } from '../inbox/model/tick.ts'
import type { ToldReason } from './useSayReason.ts'

/**
 * What became of a message, as far as the policy has to do with it.
 *
 * left       it was allowed to, and did
 * refused    the policy stood against it when it was to leave
 * failed     the policy let it leave, and something else went wrong
 * stopped    it was taken back by itself, because something changed
 * cancelled  a person called it back
 * waits      it may leave, and not yet
 * ready      it may leave, and will as soon as its turn comes
 * doomed     as things are, it will not leave
 * open       it left, or not: the answer is still out
 * unkept     it is from before decisions were kept
 */
export type Outcome =
  | 'left'
  | 'refused'
  | 'failed'
  | 'stopped'
  | 'cancelled'
  | 'waits'
  | 'ready'
  | 'doomed'
  | 'open'
  | 'unkept'

type Verdict = {
  outcome: Outcome
  /** What decided it, of all that was looked at. */
  reason: ToldReason | null
}

type Told = Pick<Message, 'status' | 'error' | 'scheduledAt'>

/** The end of the story in one word, before its steps. `now` in milliseconds. */
export function verdictOn(message: Told, explanation: ExplanationView, now: number): Verdict {
  const decided = explanation.attempts.findLast(({ decision }) => decision)?.decision
  const decision = explanation.now ?? decided ?? explanation.queued?.decision
  const outcome = outcomeOf(message, explanation, now)
  const reason = decision?.reasons[0] ?? null
  if (!decision)
    return { outcome: outcome === 'left' || outcome === 'open' ? 'unkept' : outcome, reason: null }
  return { outcome, reason: isBehind(outcome, message, reason) ? reason : null }
}

/** Whether what the policy says is what decided it: somebody's hand and a provider's refusal have other reasons. */
function isBehind(outcome: Outcome, { error }: Told, reason: ToldReason | null): boolean {
  if (outcome === 'stopped') return reason !== null && reason.code === error?.code
  return outcome !== 'failed' && outcome !== 'cancelled'
}

function outcomeOf({ status, error, scheduledAt }: Told, explanation: ExplanationView, now: number): Outcome {
  switch (tickOf(status)) {
    case 'failed':
      return error && error.code in REASON_WORDS ? 'refused' : 'failed'
    case 'cancelled':
      return error ? 'stopped' : 'cancelled'
    case 'waiting':
      if (explanation.now?.outcome === 'refuse') return 'doomed'
      if (explanation.now?.outcome === 'wait') return 'waits'
      if (status === 'sending') return 'open'
      return scheduledAt && Date.parse(scheduledAt) > now ? 'waits' : 'ready'
    case 'unknown':
      return 'open'
    default:
      return 'left'
  }
}
