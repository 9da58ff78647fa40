import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '@open-mercato/shared/lib/i18n/config'

export type Translations = Record<Locale, Record<string, string>>

/** The module's texts, `i18n/<locale>.json`; none where it has none. */
export function readTranslations(folder: string): Translations {
  const texts = locales.map((locale) => {
    const path = join(folder, 'i18n', `${locale}.json`)
    return [locale, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}]
  })
  return Object.fromEntries(texts) as Translations
}
