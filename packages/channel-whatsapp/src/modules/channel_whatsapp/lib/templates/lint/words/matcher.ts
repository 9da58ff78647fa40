/** Words and phrases by language; `*` stands for any ending, and a phrase's blanks for any space. */
export type WordsByLanguage = Record<string, readonly string[]>

/** Finds the first of a language's words in a text; null where there is none, or no list for the language. */
export function wordFinder(words: WordsByLanguage): (text: string, language: string) => string | null {
  const patterns = Object.fromEntries(
    Object.entries(words).map(([language, list]) => [language, anyOf(list)] as const),
  )
  return (text, language) => {
    const pattern = patterns[language]
    return pattern ? (pattern.exec(text)?.[0].trim() ?? null) : null
  }
}

function anyOf(list: readonly string[]): RegExp {
  const words = list.map((word) =>
    escaped(word).replaceAll('*', '\\p{L}*').replaceAll('#', '\\d+(?:[.,]\\d+)?').replaceAll(' ', '\\s*'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

function escaped(word: string): string {
  return word.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
}
