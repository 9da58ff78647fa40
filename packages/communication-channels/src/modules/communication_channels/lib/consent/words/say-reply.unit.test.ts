import { STANDARD_RULES } from '../consent-rules.ts'
import { pickWord } from './pick-word.ts'
import { sayQuestion, sayReply, textLanguage } from './say-reply.ts'
import { REPLY_TEXTS, TEXT_LANGUAGES } from './texts/by-language.ts'
import { wordReader } from './word-meaning.ts'

const BUSINESS = 'Acme & Sons'
const KINDS = [
  { kind: 'opted_out', isAboutAll: false },
  { kind: 'opted_out', isAboutAll: true },
  { kind: 'opted_in', isAboutAll: false },
  { kind: 'opted_in', isAboutAll: true },
  { kind: 'confirmed', isAboutAll: false },
] as const

describe('the answer to a word', () => {
  it.each(TEXT_LANGUAGES.map((language) => [language]))(
    'names the business and the way back, in %s',
    (language) => {
      const said = KINDS.map((did) => sayReply(did, STANDARD_RULES, BUSINESS, language))
      expect(new Set(said).size).toBe(KINDS.length)
      for (const text of said) expect(text).toContain(BUSINESS)
      expect(said[0]).toContain('START')
      for (const text of said.slice(2)) expect(text).toContain('STOP')
    },
  )

  it('says how far it goes', () => {
    const say = (isAboutAll: boolean) =>
      sayReply({ kind: 'opted_out', isAboutAll }, STANDARD_RULES, BUSINESS, 'en')
    expect(say(false)).toContain('Messages about your orders and appointments still come.')
    expect(say(true)).toContain('only answers to what you write yourself')
  })

  it('names no way back where there is none', () => {
    const text = sayReply(KINDS[0], { ...STANDARD_RULES, startWords: [] }, BUSINESS, 'en')
    expect(text).not.toMatch(/Write|null|START/)
  })

  it('names only words that are taken for what it says', () => {
    const own = { stopWords: ['Genug'], startWords: ['weiter'], confirmWords: ['jo'] }
    const text = sayReply(KINDS[2], own, BUSINESS, 'de')
    expect(text).toContain('GENUG')
    expect(wordReader(own)('GENUG')).toMatchObject({ meaning: 'stop' })
  })
})

describe('the question of double opt-in', () => {
  it.each([
    ['en', 'Yes', 'No'],
    ['pl', 'Tak', 'Nie'],
    ['de', 'Ja', 'Nein'],
    ['es', 'Sí', 'No'],
  ] as const)('is put in %s, to be answered with %s or %s', (language, yes, no) => {
    const question = sayQuestion(STANDARD_RULES, BUSINESS, language)!
    expect(question).toMatchObject({ yes, no })
    expect(question.text).toContain(yes)
    const read = wordReader(STANDARD_RULES)
    expect([read(question.yes)?.meaning, read(question.no)?.meaning]).toEqual(['confirm', 'decline'])
  })

  it('is put to nobody where nothing would be an answer', () =>
    expect(sayQuestion({ ...STANDARD_RULES, confirmWords: [] }, BUSINESS, 'en')).toBeNull())
})

it.each<[(string | null)[], string]>([
  [['pl', 'de'], 'pl'],
  [[null, 'de_AT'], 'de'],
  [['fr', 'es-MX'], 'es'],
  [['fr', null], 'en'],
  [['pt_BR'], 'en'],
  [[], 'en'],
])('of %j the texts are in %s', (known, language) => expect(textLanguage(known)).toBe(language))

describe('the word that people are told to write', () => {
  it.each([
    ['stop', ['baja', 'STOP'], 'es', 'STOP'],
    ['stop', ['baja', 'abmelden'], 'de', 'abmelden'],
    ['stop', ['baja', 'abmelden'], 'pl', 'baja'],
    ['confirm', ['yes', 'tak'], 'pl', 'tak'],
    ['confirm', ['yes', 'TAK', 'tak'], 'pl', 'TAK'],
    ['start', [], 'en', null],
  ] as const)('for %s of %j in %s is %s', (meaning, words, language, word) =>
    expect(pickWord(meaning, words, language)).toBe(word),
  )
})

it('every language says everything', () => {
  for (const language of TEXT_LANGUAGES)
    expect(Object.keys(REPLY_TEXTS[language])).toEqual(Object.keys(REPLY_TEXTS.en))
})
