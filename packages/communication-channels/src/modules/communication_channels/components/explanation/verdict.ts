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
  const outcome = outcomeOf(message, explanation, now)
  const decision = decidingIn(explanation, outcome)
  if (!decision)
    return { outcome: outcome === 'left' || outcome === 'open' ? 'unkept' : outcome, reason: null }
  return { outcome, reason: othersDecide.has(outcome) ? null : (decision.reasons[0] ?? null) }
}

/** Somebody's hand and a provider's refusal have other reasons than the policy's. */
const othersDecide: ReadonlySet<Outcome> = new Set(['failed', 'cancelled'])
const stillWaiting: ReadonlySet<Outcome> = new Set(['waits', 'ready', 'doomed'])

/** What is over is told by what was decided then: today the policy may say something else of this person. */
function decidingIn({ queued, attempts, stopped, now }: ExplanationView, outcome: Outcome) {
  if (outcome === 'stopped') return stopped?.decision
  const then = attempts.findLast(({ decision }) => decision)?.decision ?? queued?.decision
  return stillWaiting.has(outcome) ? (now ?? then) : then
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
