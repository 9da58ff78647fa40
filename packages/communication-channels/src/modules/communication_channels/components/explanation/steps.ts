import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import type { DecisionView } from '../../lib/policy/decision-view.ts'
import type { Message } from '../inbox/model/message.ts'
import { tickOf } from '../inbox/model/tick.ts'

export type Step = {
  key: string
  when: 'queued' | 'left' | 'handed' | 'tried' | 'stopped' | 'now'
  /** Null: at this moment. */
  at: string | null
  decision: DecisionView
  /** It says what the step before it said. */
  isSame: boolean
}

/** Every time the policy was asked about a message, in order. */
export function stepsOf(
  { status }: Pick<Message, 'status'>,
  { queued, attempts, stopped, now }: ExplanationView,
): Step[] {
  // What a provider took and refused then has not left.
  const left = tickOf(status) === 'failed' ? 'handed' : 'left'
  const asked: Omit<Step, 'isSame'>[] = []
  if (queued) asked.push({ key: 'queued', when: 'queued', ...queued })
  for (const { number, at, outcome, decision } of attempts) {
    if (decision)
      asked.push({ key: `attempt-${number}`, when: outcome === 'sent' ? left : 'tried', at, decision })
  }
  if (stopped) asked.push({ key: 'stopped', when: 'stopped', ...stopped })
  if (now) asked.push({ key: 'now', when: 'now', at: null, decision: now })
  return asked.map((step, position) => ({
    ...step,
    isSame: position > 0 && isAlike(step.decision, asked[position - 1]!.decision),
  }))
}

/** A notification was to leave as a template, and its template may leave: that is no other answer. */
function isAlike(one: DecisionView, other: DecisionView): boolean {
  const gist = ({ outcome, template, reasons }: DecisionView) =>
    JSON.stringify([
      outcome === 'use_template' ? 'allow' : outcome,
      template,
      reasons.map(({ code, params }) => [code, params]),
    ])
  return gist(one) === gist(other)
}
