import { z } from 'zod'
import type { Decision } from '../policy/decision.ts'
import { decisionView, viewDecision } from '../policy/decision-view.ts'
import { PURPOSES } from '../policy/purpose.ts'
import type { Reader } from '../policy/reader.ts'
import type { ExplainedMessage } from './explain-message.ts'

export const explanationView = z.object({
  messageId: z.uuid(),
  purpose: z.enum(PURPOSES).nullable(),
  notification: z.string().nullable(),
  queued: z.object({ at: z.iso.datetime(), decision: decisionView }).nullable(),
  attempts: z.array(
    z.object({
      number: z.int(),
      at: z.iso.datetime(),
      outcome: z.enum(['sent', 'not_sent', 'unknown']).nullable(),
      decision: decisionView.nullable(),
    }),
  ),
  now: decisionView.nullable(),
})
export type ExplanationView = z.infer<typeof explanationView>

export function viewExplanation(
  { queued, attempts, now, ...message }: ExplainedMessage,
  reader?: Reader,
): ExplanationView {
  const view = (decision: Decision | null) => decision && viewDecision(decision, reader)
  return {
    ...message,
    queued: queued && { at: queued.at.toISOString(), decision: viewDecision(queued.decision, reader) },
    attempts: attempts.map(({ number, at, outcome, decision }) => ({
      ...{ number, outcome },
      at: at.toISOString(),
      decision: view(decision),
    })),
    now: view(now),
  }
}
