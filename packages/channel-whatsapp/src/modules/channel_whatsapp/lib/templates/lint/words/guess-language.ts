import { STOP_WORDS } from './stop-words.ts'

const WORDS_AT_LEAST = 8
const HITS_AT_LEAST = 4
/** The best must have so many times the hits of the language that was said. */
const LEAD = 3

/** The language that a text is in rather than in the one said of it; null where that is not beyond doubt. */
export function otherLanguage(words: string[], said: string): string | null {
  if (words.length < WORDS_AT_LEAST) return null
  const hits = Object.entries(STOP_WORDS)
    .map(([language, known]) => ({ language, count: words.filter((word) => known.has(word)).length }))
    .sort((one, other) => other.count - one.count)
  const [best, second] = hits as [{ language: string; count: number }, { language: string; count: number }]
  const isClear =
    best.count >= HITS_AT_LEAST && best.count >= words.length / 4 && best.count > second.count * 1.3
  if (best.language === said || !isClear) return null
  const own = hits.find(({ language }) => language === said)
  if (own) return best.count >= own.count * LEAD ? best.language : null
  // Of a language that we have no words of, only English is told apart: the others have neighbours among them.
  return best.language === 'en' ? 'en' : null
}
