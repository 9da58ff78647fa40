import { ChannelError } from '../../errors.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { isNo } from './decline-words.ts'
import { wholeMessage } from './whole-message.ts'

type WordList = 'stopWords' | 'startWords' | 'confirmWords'
const LISTS: WordList[] = ['stopWords', 'startWords', 'confirmWords']

/**
 * One message means one thing: a word stands in one list, and nobody agrees by a no, in whatever language it is one.
 * Without any word to stop by nobody could get out by writing.
 *
 * @throws ChannelError 422
 */
export function requireSoundWords(rules: Pick<ConsentRules, WordList>): void {
  const listOf = new Map<string, WordList>()
  for (const list of LISTS) {
    for (const word of rules[list]) {
      const whole = wholeMessage(word)
      if (!whole) throw refusal(list, 'word_empty', `“${word}” has no letter and no digit in it.`)
      if (list !== 'stopWords' && isNo(whole)) {
        throw refusal(list, 'word_is_no', `“${word}” is how people say no to what they are asked.`)
      }
      const known = listOf.get(whole)
      if (known && known !== list) {
        throw refusal(
          list,
          'word_in_two_lists',
          `“${word}” stands in two lists, so nobody knows what it means.`,
        )
      }
      listOf.set(whole, list)
    }
  }
  if (rules.stopWords.length === 0) {
    throw refusal(
      'stopWords',
      'no_stop_word',
      'Without a word to stop by, nobody could write that they want no more.',
    )
  }
}

function refusal(list: WordList, code: string, sentence: string): ChannelError {
  return new ChannelError(422, code, sentence, 'Change the list.', {
    fieldErrors: { [`consentRules.${list}`]: sentence },
  })
}
