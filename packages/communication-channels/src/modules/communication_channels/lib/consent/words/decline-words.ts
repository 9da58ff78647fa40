import { wholeMessage } from './whole-message.ts'

/**
 * What somebody answers who does not want what they are asked to confirm; of each language the first is what a button says.
 * Nobody decides about these: they count as an answer to that question alone.
 */
export const DECLINE_WORDS = {
  en: ['no', 'no, thanks', 'no thank you'],
  pl: ['nie', 'nie, dziękuję'],
  de: ['nein', 'nein, danke'],
  es: ['no', 'no, gracias'],
  fr: ['non', 'non merci'],
  pt: ['não', 'não, obrigado', 'não, obrigada'],
  it: ['no', 'no, grazie'],
} as const satisfies Record<string, readonly string[]>

const NO: ReadonlySet<string> = new Set(Object.values(DECLINE_WORDS).flat().map(wholeMessage))

/** Whether people say no by it, in whatever language. */
export function isNo(whole: string): boolean {
  return NO.has(whole)
}
