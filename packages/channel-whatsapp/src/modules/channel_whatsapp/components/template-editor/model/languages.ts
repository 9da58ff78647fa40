import { TEMPLATE_LANGUAGES } from '../../../lib/templates/definition/languages.ts'
import { languageName } from '../../../lib/templates/language-name.ts'

/** The codes with names in the reader's language, sorted by these. */
export function languageChoices(locale: string, also: string): { code: string; name: string }[] {
  const codes = new Set(TEMPLATE_LANGUAGES)
  if (also) codes.add(also)
  return [...codes]
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'prs'])

/** How a phone in this language lays out a message. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return rightToLeft.has(language.split('_')[0] ?? '') ? 'rtl' : 'ltr'
}

/** What a reader's own language is at Meta, whose own English is American as that of the ready-made templates. */
export function metaLanguage(locale: string): string {
  const code = locale.replace('-', '_')
  return code !== 'en' && TEMPLATE_LANGUAGES.includes(code) ? code : 'en_US'
}
