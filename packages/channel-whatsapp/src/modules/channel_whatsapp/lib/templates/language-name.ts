/** A language code of Meta's (`en_US`) as a name in the reader's language; the code where there is none. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code.replace('_', '-')) ?? code
  } catch {
    return code // Not of the form of a language.
  }
}
