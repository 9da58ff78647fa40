const PATTERNS = {
  Latin: /\p{Script=Latin}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Han: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
} as const
export type Script = keyof typeof PATTERNS

/** What is written in other letters than Latin ones, as far as we know its letters. */
const SCRIPTS_OF: Record<string, Script[]> = {
  ...Object.fromEntries(['ar', 'fa', 'ur', 'ps', 'prs'].map((language) => [language, ['Arabic' as const]])),
  ...Object.fromEntries(
    ['ru', 'uk', 'bg', 'be', 'mk', 'kk', 'ky'].map((language) => [language, ['Cyrillic' as const]]),
  ),
  he: ['Hebrew'],
  el: ['Greek'],
  zh: ['Han'],
  ja: ['Kana'],
  ko: ['Hangul'],
  th: ['Thai'],
  hi: ['Devanagari'],
  mr: ['Devanagari'],
}
/** Written in several, or in letters that we do not tell apart. */
const UNJUDGED = new Set(['sr', 'uz', 'az', 'bn', 'gu', 'ka', 'kn', 'lo', 'ml', 'pa', 'si', 'ta', 'te', 'ha'])

const LETTERS_AT_LEAST = 12
const MOST_LETTERS = 0.75

/** The script of a text that is not its language's; null where it is, or where that is not beyond doubt. */
export function otherScript(text: string, language: string): Script | null {
  const base = language.split('_')[0]!
  if (UNJUDGED.has(base)) return null
  const expected: Script[] = SCRIPTS_OF[base] ?? ['Latin']
  const script = scriptOf(text)
  return script === null || expected.includes(script) ? null : script
}

function scriptOf(text: string): Script | null {
  const letters = count(text, /\p{L}/gu)
  if (letters < LETTERS_AT_LEAST) return null
  const share = (script: Script) => count(text, PATTERNS[script]) / letters
  // Japanese is written with Chinese signs too, though never without its own.
  const kana = share('Kana')
  if (kana > 0.15 && kana + share('Han') > MOST_LETTERS) return 'Kana'
  const scripts = Object.keys(PATTERNS) as Script[]
  return scripts.find((script) => share(script) > MOST_LETTERS) ?? null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
