import { AsyncLocalStorage } from 'node:async_hooks'
import { defaultLocale, type Locale } from './config.ts'
import { createTranslator, type TranslateFn } from './translate.ts'

type Dict = Record<string, string>

interface TranslatedModule {
  id: string
  translations: Record<Locale, Dict>
}

const currentLocale = new AsyncLocalStorage<Locale>()
const dictionaries = new Map<Locale, Dict>()
let modules: readonly TranslatedModule[] = []

/** Bootstrap only: whose texts there are. */
export function registerModules(list: readonly TranslatedModule[]): void {
  modules = list
  dictionaries.clear()
}

/** Bootstrap only: what `run` says is said in this language. */
export function withLocale<T>(locale: Locale, run: () => T): T {
  return currentLocale.run(locale, run)
}

/** In the language of whoever made this request; in English where nobody did, as in a job. */
export async function resolveTranslations(): Promise<{
  locale: Locale
  dict: Dict
  t: TranslateFn
  translate: TranslateFn
}> {
  const locale = currentLocale.getStore() ?? defaultLocale
  const dict = dictionary(locale)
  const t = createTranslator(dict)
  return { locale, dict, t, translate: t }
}

function dictionary(locale: Locale): Dict {
  const known = dictionaries.get(locale)
  if (known) return known
  const dict: Dict = Object.assign({}, ...modules.map(({ translations }) => translations[locale]))
  dictionaries.set(locale, dict)
  return dict
}
