import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'

/** How many hours after their last word one may write freely, as the policy said it of this message; null where it did not. */
export function windowHours({ queued, attempts, now }: ExplanationView): string | null {
  const decisions = [now, queued?.decision, ...attempts.map(({ decision }) => decision)]
  for (const decision of decisions)
    for (const { params } of decision?.reasons ?? []) if (params.hours) return params.hours
  return null
}
