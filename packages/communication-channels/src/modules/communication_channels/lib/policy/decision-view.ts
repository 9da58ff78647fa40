import { z } from 'zod'
import { type Decision, OUTCOMES, REASON_CODES, reason } from './decision.ts'
import type { Reader } from './reader.ts'
import { sayReason } from './reason-words.ts'

const saidReason = reason.extend({
  code: z.enum(REASON_CODES),
  /** In the caller's language, its times in UTC; a screen says it by the clock of who reads it. */
  sentence: z.string(),
  action: z.string().nullable(),
})

/** A decision as it is told: `code`, `reason` and `action` are those of what stands against it or keeps it back. */
export const decisionView = z.object({
  outcome: z.enum(OUTCOMES),
  code: z.enum(REASON_CODES).nullable(),
  reason: z.string().nullable(),
  action: z.string().nullable(),
  reasons: z.array(saidReason),
  template: z.object({ name: z.string(), language: z.string() }).nullable(),
  until: z.iso.datetime().nullable(),
})
export type DecisionView = z.infer<typeof decisionView>

/** Without a reader in English. */
export function viewDecision({ outcome, reasons, template, until }: Decision, reader?: Reader): DecisionView {
  const said = reasons.map((one) => ({ ...one, ...sayReason(one, reader) }))
  const [first] = said
  const hindrance = first && first.effect !== 'permits' ? first : null
  return {
    outcome,
    code: hindrance?.code ?? null,
    reason: hindrance?.sentence ?? null,
    action: hindrance?.action ?? null,
    reasons: said,
    template,
    until,
  }
}
