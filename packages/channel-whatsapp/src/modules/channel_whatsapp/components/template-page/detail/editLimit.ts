import type { EditStanding } from '../data/template.ts'

/** Meta's: so many edits of an approved template in 30 days. */
const EDITS_IN_30_DAYS = 10

export type EditLimit = { of: number } & (
  | { is: 'free' }
  | { is: 'counted'; left: number }
  | { is: 'waiting'; until: string; left: number | null }
  | { is: 'barred'; reason: string | null }
)

/** What stands between somebody and an edit, told before the edit is written. */
export function editLimitOf({ canEdit, reason, nextEditAt, leftIn30Days }: EditStanding): EditLimit {
  const of = EDITS_IN_30_DAYS
  if (canEdit) return leftIn30Days === null ? { is: 'free', of } : { is: 'counted', left: leftIn30Days, of }
  if (nextEditAt) return { is: 'waiting', until: nextEditAt, left: leftIn30Days, of }
  return { is: 'barred', reason, of }
}
