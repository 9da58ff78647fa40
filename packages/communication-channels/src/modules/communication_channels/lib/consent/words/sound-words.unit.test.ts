import { STANDARD_RULES } from '../consent-rules.ts'
import { requireSoundWords } from './sound-words.ts'

const lists = { stopWords: ['stop'], startWords: ['start'], confirmWords: ['yes'] }

describe('the words of an organisation', () => {
  it('are sound as they come', () => expect(() => requireSoundWords(STANDARD_RULES)).not.toThrow())

  it.each([
    ['one that means two things', { startWords: ['Stop.'] }, 'word_in_two_lists', 'startWords'],
    ['one without a letter', { confirmWords: ['👍'] }, 'word_empty', 'confirmWords'],
    [
      'one to agree by that is no in some language',
      { confirmWords: ['tak', 'No!'] },
      'word_is_no',
      'confirmWords',
    ],
    ['no way to stop', { stopWords: [] }, 'no_stop_word', 'stopWords'],
  ])('are refused with %s', (_, change, code, list) => {
    const refused = expect.objectContaining({
      status: 422,
      code,
      body: expect.objectContaining({ fieldErrors: { [`consentRules.${list}`]: expect.any(String) } }),
    })
    expect(() => requireSoundWords({ ...lists, ...change })).toThrow(refused)
  })

  it('may name the same twice in one list', () =>
    expect(() => requireSoundWords({ ...lists, stopWords: ['arret', 'arrêt'] })).not.toThrow())
})
