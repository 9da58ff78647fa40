/** Longer than any word that can be set (60 characters), with room for what an angry person puts around it. */
const LONGEST = 500

/** Whether somebody could have written nothing but a word. Cheap: asked of every message that comes in. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST
}

/** Accents of Latin, Greek and Cyrillic. Elsewhere such marks are vowels: without them it is another word. */
const ACCENTS = /[\u0300-\u036f]/gu
/** What shows nothing by itself: joiners, marks of direction, what makes an emoji of a sign. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u20e3/gu
const NOT_IN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu
/** Letters of their own, and yet written without their stroke by whoever has no key for them. */
const STROKES: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss' }

/**
 * A whole message as it is compared with the words of an organisation: “ Désabonner!! 🙏” is `desabonner`, “s’abonner” is
 * `s abonner`. Case, accents, the width of letters, signs, emoji and spaces do not count, but that they part words.
 */
export function wholeMessage(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[łøđß]/g, (letter) => STROKES[letter]!)
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(NOT_IN_WORDS, ' ')
    .trim()
}
