import type { Question } from './say-reply.ts'

const [CONFIRM, DECLINE] = ['consent:confirm', 'consent:decline'] as const

/** By these ids an answer to our question is told from a tap on anything else. */
export const OUR_BUTTONS: readonly string[] = [CONFIRM, DECLINE]

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
