import { STANDARD_RULES } from '../consent-rules.ts'
import { wordReader } from './word-meaning.ts'

describe('what a whole message says by the words of an organisation', () => {
  const read = wordReader(STANDARD_RULES)

  it.each([
    ['opt-out', 'stop', 'en'],
    ['Opt out', 'stop', 'en'],
    ['rezygnuje', 'stop', 'pl'],
    ['Rezygnuję.', 'stop', 'pl'],
    ['Stopp', 'stop', 'de'],
    ['BAJA', 'stop', 'es'],
    ['Désabonner', 'stop', 'fr'],
    ['arret', 'stop', 'fr'],
    ['Zapisz', 'start', 'pl'],
    ['s’abonner', 'start', 'fr'],
    ['Inscrever', 'start', 'pt'],
    ['Tak', 'confirm', 'pl'],
    ['ja, bitte!', 'confirm', 'de'],
    ['Nein', 'decline', 'de'],
    ['Nie, dziękuję!', 'decline', 'pl'],
  ])('%j means %s, in %s', (text, meaning, language) => expect(read(text)).toEqual({ meaning, language }))

  it.each([
    ['STOP', 'stop'],
    ['Stop!', 'stop'],
    ['START', 'start'],
    ['parar', 'stop'],
    ['Sí', 'confirm'],
    ['No', 'decline'],
    ['confirmo', 'confirm'],
  ])('%j means %s, and belongs to several languages', (text, meaning) =>
    expect(read(text)).toEqual({ meaning, language: null }),
  )

  it.each([
    'Stop sending me this',
    'please stop',
    'start again',
    'cancel',
    'not now',
    'end',
    'yes but later',
    '',
    '🙏',
  ])('%j means nothing', (text) => expect(read(text)).toBeNull())

  it('takes the words of the organisation, and no others', () => {
    const own = wordReader({ stopWords: ['Schluss!'], startWords: ['weiter'], confirmWords: ['jo'] })
    expect(own('schluss')).toEqual({ meaning: 'stop', language: null })
    expect(own('stop')).toBeNull()
    expect(own('JO')).toEqual({ meaning: 'confirm', language: null })
  })

  it('takes a word that stands in two lists for the wish to be left alone', () =>
    expect(wordReader({ stopWords: ['ok'], startWords: ['OK'], confirmWords: ['ok.'] })('Ok')).toEqual({
      meaning: 'stop',
      language: null,
    }))

  it('takes its own words for what they are, though elsewhere they decline', () =>
    expect(wordReader({ stopWords: ['No'], startWords: [], confirmWords: [] })('no')).toMatchObject({
      meaning: 'stop',
    }))

  it('takes nothing for a word that has no letters', () =>
    expect(wordReader({ stopWords: ['!!!'], startWords: [], confirmWords: [] })('🙏')).toBeNull())

  it('knows no standard word in two meanings', () => {
    const { stopWords, startWords, confirmWords } = STANDARD_RULES
    for (const word of stopWords) expect([word, read(word)?.meaning]).toEqual([word, 'stop'])
    for (const word of startWords) expect([word, read(word)?.meaning]).toEqual([word, 'start'])
    for (const word of confirmWords) expect([word, read(word)?.meaning]).toEqual([word, 'confirm'])
  })
})
