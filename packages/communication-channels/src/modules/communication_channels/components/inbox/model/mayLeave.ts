import type { DecisionView } from '../../../lib/policy/decision-view.ts'

/** Whether it can be asked for now; what has to wait leaves by itself later. */
export function mayLeave({ outcome }: Pick<DecisionView, 'outcome'>): boolean {
  return outcome === 'allow' || outcome === 'wait'
}
