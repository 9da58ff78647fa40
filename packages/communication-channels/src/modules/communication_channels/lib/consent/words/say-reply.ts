import type { ConsentKind } from '../consent.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { DECLINE_WORDS } from './decline-words.ts'
import { pickWord } from './pick-word.ts'
import { REPLY_TEXTS, TEXT_LANGUAGES, type TextLanguage } from './texts/by-language.ts'

type Words = Pick<ConsentRules, 'stopWords' | 'startWords' | 'confirmWords'>

/** The first that there are texts in: `pt_BR`, none, `de_AT` is German. Of none, English. */
export function textLanguage(known: (string | null)[]): TextLanguage {
  const bases = known.map((language) => language?.toLowerCase().split(/[_-]/)[0])
  return TEXT_LANGUAGES.find((one) => one === bases.find(isText)) ?? 'en'
}

const isText = (language: string | undefined) => TEXT_LANGUAGES.some((one) => one === language)

/** What somebody reads who wrote a word: what it did, how far that goes, and how it is undone. */
export function sayReply(
  did: { kind: ConsentKind; isAboutAll: boolean },
  rules: Words,
  business: string,
  language: TextLanguage,
): string {
  const texts = REPLY_TEXTS[language]
  const shouted = (word: string | null) => word?.toLocaleUpperCase(language) ?? null
  const parts = {
    business,
    stop: shouted(pickWord('stop', rules.stopWords, language)),
    start: shouted(pickWord('start', rules.startWords, language)),
  }
  if (did.kind === 'confirmed') return texts.confirmed(parts)
  if (did.kind === 'opted_out')
    return did.isAboutAll ? texts.stoppedAll(parts) : texts.stoppedMarketing(parts)
  return did.isAboutAll ? texts.startedAll(parts) : texts.startedMarketing(parts)
}

export interface Question {
  text: string
  yes: string
  no: string
}

/** Null where the organisation has no word to confirm by: nobody could answer. */
export function sayQuestion(rules: Words, business: string, language: TextLanguage): Question | null {
  const yes = pickWord('confirm', rules.confirmWords, language)
  if (yes === null) return null
  const shown = capitalised(yes, language)
  return {
    text: REPLY_TEXTS[language].question({ business, yes: shown }),
    yes: shown,
    no: capitalised(DECLINE_WORDS[language][0], language),
  }
}

function capitalised(word: string, language: string): string {
  const [first = '', ...rest] = word
  return first.toLocaleUpperCase(language) + rest.join('')
}
