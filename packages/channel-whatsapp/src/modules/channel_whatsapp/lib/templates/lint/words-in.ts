import { replaceVariables } from '../definition/variables-in.ts'

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu
/** Scripts that set no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
/** About as many of their letters make a word. */
const LETTERS_A_WORD = 2

/** The words of a text without its variables, as a reader would count them. */
export function countWords(text: string): number {
  const fixed = replaceVariables(text, () => ' ')
  const unspaced = fixed.match(UNSPACED)?.length ?? 0
  const spaced = fixed.replace(UNSPACED, ' ').match(WORD)?.length ?? 0
  return spaced + Math.floor(unspaced / LETTERS_A_WORD)
}

/** The words of a text without its variables, in small letters. */
export function wordsOf(text: string): string[] {
  return (
    replaceVariables(text, () => ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}
