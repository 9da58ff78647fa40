import { defaultLocale, type Locale, locales } from '@open-mercato/shared/lib/i18n/config'

const storageKey = 'om_locale'

export const languageNames: Record<Locale, string> = {
  en: 'English',
  pl: 'Polski',
  de: 'Deutsch',
  es: 'Español',
}

/** What the person chose here before, else what their browser prefers, else English. */
export function preferredLocale(): Locale {
  const wished = [readStored(), ...navigator.languages.map((language) => language.slice(0, 2).toLowerCase())]
  return wished.find(isLocale) ?? defaultLocale
}

/** The cookie lets the server answer in the same language. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // Storage can be switched off; the choice then lasts as long as the cookie or the tab.
  }
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${storageKey}=${locale}; path=/; max-age=31536000; samesite=lax`
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function isLocale(text: string | null): text is Locale {
  return locales.includes(text as Locale)
}
