/** Where the organisation named no language of its own. */
const STANDARD_LANGUAGE = 'en'

interface KnownLanguages {
  /** The person's; null where nobody knows it. */
  person: string | null
  /** What the organisation writes in. Null: it said nothing. */
  standard: string | null
  /** What whoever asks names for the case that there is nothing in those. */
  fallback: string | null
}

/**
 * In the order in which they are tried: the person's, the organisation's, the one that was named. English takes the place of
 * an organisation's own only where nobody named another.
 */
export function languagesToTry({ person, standard, fallback }: KnownLanguages): string[] {
  const wanted = [person, standard, fallback, ...(standard === null ? [STANDARD_LANGUAGE] : [])]
  const seen = new Set<string>()
  return wanted.filter((language): language is string => {
    if (language === null || seen.has(plain(language))) return false
    seen.add(plain(language))
    return true
  })
}

/**
 * Whether they are kinds of one language: `pt_BR` and `pt-PT` are. `zh_TW` and `zh_CN` are not: who reads one script may not
 * read the other.
 */
export function isSameLanguage(a: string, b: string): boolean {
  return baseOf(a) === baseOf(b) && scriptOf(a) === scriptOf(b)
}

/** `pt-BR` and `pt_br` are the same. */
function plain(language: string): string {
  return language.replaceAll('-', '_').toLowerCase()
}

function baseOf(language: string): string {
  return plain(language).split('_')[0]!
}

/** The one that is usual where the locale names none: `Hant` of `zh_HK`. */
function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(plain(language).replaceAll('_', '-')).maximize().script
  } catch {
    return undefined
  }
}
