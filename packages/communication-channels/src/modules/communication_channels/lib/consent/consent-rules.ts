import { z } from 'zod'
import { line } from '../content/bounds.ts'
import { STANDARD_WORDS } from './standard-words.ts'

const words = z.array(line(1, 60)).max(200)

/** What an organisation decides about consent. */
export const consentRules = z.strictObject({
  /** What a person who writes STOP gets no more: marketing, or everything but answers to what they write. */
  stopEnds: z.enum(['marketing', 'everything_but_service']),
  /** Whether marketing needs a second yes, given in the conversation. */
  doubleOptIn: z.boolean(),
  /** How long that question stays open. */
  confirmWithinDays: z.int().min(1).max(90),
  /** What counts as the basis of order, shipping and appointment messages, beside a recorded opt-in. */
  utilityBasis: z.strictObject({ checkout: z.boolean(), form: z.boolean(), wroteFirst: z.boolean() }),
  /** Whole messages, in whatever case: what a person writes to get no more, to get it again, and to confirm. */
  stopWords: words,
  startWords: words,
  confirmWords: words,
})
export type ConsentRules = z.infer<typeof consentRules>

export const STANDARD_RULES: ConsentRules = {
  stopEnds: 'marketing',
  doubleOptIn: false,
  confirmWithinDays: 7,
  utilityBasis: { checkout: true, form: true, wroteFirst: true },
  stopWords: STANDARD_WORDS.stop,
  startWords: STANDARD_WORDS.start,
  confirmWords: STANDARD_WORDS.confirm,
}
