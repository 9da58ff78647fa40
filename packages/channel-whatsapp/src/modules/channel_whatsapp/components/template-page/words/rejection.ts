import type { ReviewEvent } from '../data/template.ts'
import type { Say } from './useSay.ts'

/** The reasons that Meta's webhook `message_template_status_update` knows. */
const reasons = [
  'ABUSIVE_CONTENT',
  'CATEGORY_NOT_AVAILABLE',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
]

/** Why Meta did not take it, in plain words, and how it is mended. A reason that nobody knows is shown as it came. */
export function rejectionWords(say: Say, reason: string | null): { why: string; mend: string } {
  if (!reason || reason === 'NONE') {
    return { why: say('rejection.NONE.why'), mend: say('rejection.NONE.mend') }
  }
  if (!reasons.includes(reason)) {
    return { why: say('rejection.other.why', { reason }), mend: say('rejection.NONE.mend') }
  }
  return { why: say(`rejection.${reason}.why`), mend: say(`rejection.${reason}.mend`) }
}

/** What Meta said of this text when it last rejected it. @param history the latest first */
export function adviceIn(history: Pick<ReviewEvent, 'event' | 'description' | 'recommendation'>[]): string[] {
  const latest = history.find(({ event }) => event === 'REJECTED')
  return [latest?.description, latest?.recommendation].flatMap((said) => (said ? [said] : []))
}
