import { languageName } from '../language-name.ts'
import type { FindingParams } from './finding.ts'

/** Params that are Meta's or Unicode's words; the reader's are at `channel_whatsapp.finding.value.<word>`. */
const WORDS = new Set(['format', 'sample', 'kind', 'part', 'category', 'script'])
const LANGUAGES = new Set(['language', 'other'])

/**
 * The params of a finding as its sentence wants them: kinds of buttons and names of languages in the reader's words.
 *
 * @param say the translation of a key
 * @param locale the reader's language
 */
export function paramsInWords(
  params: FindingParams,
  say: (key: string) => string,
  locale: string,
): FindingParams {
  const inWords = (name: string, value: string | number) => {
    if (WORDS.has(name)) return say(`channel_whatsapp.finding.value.${value}`)
    return LANGUAGES.has(name) ? languageName(String(value), locale) : value
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(name, value)]))
}
