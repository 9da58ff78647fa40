import { isSameLanguage, languagesToTry } from './languages.ts'

const known = (person: string | null, standard: string | null, fallback: string | null) => ({
  person,
  standard,
  fallback,
})

describe('the languages to try', () => {
  it.each<[string, ReturnType<typeof known>, string[]]>([
    ['the person’s, the organisation’s, the named one', known('pl', 'de', 'es'), ['pl', 'de', 'es']],
    ['the organisation’s, where the person’s is not known', known(null, 'de', 'es'), ['de', 'es']],
    ['English, where nobody said anything', known(null, null, null), ['en']],
    ['the named one before the English that nobody chose', known('pl', null, 'es'), ['pl', 'es', 'en']],
    ['each once, however it is spelt', known('pt-BR', 'pt_br', 'PT_BR'), ['pt-BR']],
    ['kinds of a language each by itself', known('pt_BR', 'pt_PT', null), ['pt_BR', 'pt_PT']],
  ])('%s', (_, languages, wanted) => {
    expect(languagesToTry(languages)).toEqual(wanted)
  })
})

it.each([
  ['pt_BR', 'pt-PT', true],
  ['EN', 'en_GB', true],
  ['en', 'eo', false],
  ['zh_TW', 'zh_CN', false],
  ['zh_HK', 'zh-SG', false],
  ['zh_MO', 'zh-Hans-HK', false],
  ['zh_TW', 'zh-Hant', true],
  ['zh_HK', 'zh_TW', true],
  ['zh_CN', 'zh', true],
  ['not a locale', 'not a locale', true],
])('%s and %s are kinds of one language: %s', (a, b, isSame) => {
  expect(isSameLanguage(a, b)).toBe(isSame)
})
