import { WORDS_BY_LANGUAGE } from '../standard-words.ts'
import { wholeMessage } from './whole-message.ts'

type Meaning = keyof typeof WORDS_BY_LANGUAGE

/** What everybody knows, where the organisation takes it. */
const KNOWN: Partial<Record<Meaning, string>> = { stop: 'stop', start: 'start' }

/**
 * Which of its words an organisation tells people to write: the one that everybody knows, else one of their language, else
 * its first.
 *
 * @returns as the list has it; null where there is none
 */
export function pickWord(meaning: Meaning, words: readonly string[], language: string): string | null {
  const taken = new Map(words.toReversed().map((word) => [wholeMessage(word), word]))
  const wanted = [KNOWN[meaning] ?? [], wordsIn(meaning, language)].flat()
  const found = wanted.map(wholeMessage).find((whole) => taken.has(whole))
  return found === undefined ? (words[0] ?? null) : taken.get(found)!
}

function wordsIn(meaning: Meaning, language: string): readonly string[] {
  const byLanguage: Record<string, readonly string[]> = WORDS_BY_LANGUAGE[meaning]
  return byLanguage[language] ?? []
}
