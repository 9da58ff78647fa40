import type { ConsentRules } from '../consent-rules.ts'
import { WORDS_BY_LANGUAGE } from '../standard-words.ts'
import { DECLINE_WORDS } from './decline-words.ts'
import { wholeMessage } from './whole-message.ts'

/** `decline` is the other answer to the question that `confirm` answers. */
export type Meaning = keyof typeof BY_LANGUAGE
const BY_LANGUAGE = { ...WORDS_BY_LANGUAGE, decline: DECLINE_WORDS }

export interface Word {
  meaning: Meaning
  /** Where the word belongs to one language only. */
  language: string | null
}
type Words = Pick<ConsentRules, 'stopWords' | 'startWords' | 'confirmWords'>

/** Who says both wants to be left alone, so the words to stop by come last and stay. */
const LISTS = [
  ['confirm', 'confirmWords'],
  ['start', 'startWords'],
  ['stop', 'stopWords'],
] as const

/** Reads whole messages by the words of one organisation. Made once, asked of many. */
export function wordReader(rules: Words): (text: string) => Word | null {
  const words = new Map<string, Word>(
    [...LANGUAGE_OF.decline].map(([whole, language]) => [whole, { meaning: 'decline', language }]),
  )
  for (const [meaning, list] of LISTS) {
    for (const word of rules[list]) {
      const whole = wholeMessage(word)
      words.set(whole, { meaning, language: LANGUAGE_OF[meaning].get(whole) ?? null })
    }
  }
  words.delete('')
  return (text) => words.get(wholeMessage(text)) ?? null
}

/** Written in every language, though it is English that they come from. */
const EVERYWHERE = ['stop', 'start']

function languages(meaning: Meaning): Map<string, string | null> {
  const known = new Map<string, string | null>()
  for (const [language, words] of Object.entries(BY_LANGUAGE[meaning])) {
    for (const whole of words.map(wholeMessage)) {
      const isOthersToo = known.has(whole) && known.get(whole) !== language
      known.set(whole, isOthersToo ? null : language)
    }
  }
  for (const whole of EVERYWHERE) if (known.has(whole)) known.set(whole, null)
  return known
}

const LANGUAGE_OF: Record<Meaning, Map<string, string | null>> = {
  stop: languages('stop'),
  start: languages('start'),
  confirm: languages('confirm'),
  decline: languages('decline'),
}
