import type { Question } from './say-reply.ts'
import type { Meaning } from './word-meaning.ts'

const [CONFIRM, DECLINE] = ['consent:confirm', 'consent:decline'] as const

/** What a tap means, whatever the button says: the words of an organisation may have changed since it was asked. */
export const TAPS = new Map<string, Meaning>([
  [CONFIRM, 'confirm'],
  [DECLINE, 'decline'],
])

/** What fits on a button with every provider. */
const LONGEST = 20

/** Null where one of the words is too long for a button. */
export function questionButtons({ yes, no }: Question): { id: string; title: string }[] | null {
  if ([yes, no].some((title) => title.length > LONGEST)) return null
  return [
    { id: CONFIRM, title: yes },
    { id: DECLINE, title: no },
  ]
}
