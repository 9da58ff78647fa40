/** The languages that Meta takes templates in, by its own codes. */
export const TEMPLATE_LANGUAGES: readonly string[] = `
  af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl
  nl_BE en en_GB en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA
  et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk
  rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR
  es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY sw sv ta te th tr uk ur uz vi zu
`
  .trim()
  .split(/\s+/)

/** The codes with names in the reader's language, sorted by these. */
export function languageChoices(locale: string, also: string): { code: string; name: string }[] {
  const codes = new Set(TEMPLATE_LANGUAGES)
  if (also) codes.add(also)
  return [...codes]
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** A language code of Meta's (`en_US`) as a name in the reader's language; the code where there is none. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'prs'])

/** How a phone in this language lays out a message. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return rightToLeft.has(language.split('_')[0] ?? '') ? 'rtl' : 'ltr'
}

/** What a reader's own language is at Meta; English has no country where nothing says one. */
export function metaLanguage(locale: string): string {
  const code = locale.replace('-', '_')
  return TEMPLATE_LANGUAGES.includes(code) ? code : 'en'
}
