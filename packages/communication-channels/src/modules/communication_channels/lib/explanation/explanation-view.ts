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
  /** A message that waited and was taken back by itself, because of what the person said meanwhile. */
  stopped: z.object({ at: z.iso.datetime(), decision: decisionView }).nullable(),
  /** Of one that still waits. */
  now: decisionView.nullable(),
})
export type ExplanationView = z.infer<typeof explanationView>

export function viewExplanation(
  { queued, attempts, stopped, now, ...message }: ExplainedMessage,
  reader?: Reader,
): ExplanationView {
  const view = (decision: Decision | null) => decision && viewDecision(decision, reader)
  const viewAt = (asked: { at: Date; decision: Decision } | null) =>
    asked && { at: asked.at.toISOString(), decision: viewDecision(asked.decision, reader) }
  return {
    ...message,
    queued: viewAt(queued),
    attempts: attempts.map(({ number, at, outcome, decision }) => ({
      ...{ number, outcome },
      at: at.toISOString(),
      decision: view(decision),
    })),
    stopped: viewAt(stopped),
    now: view(now),
  }
}
