import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import { type Dict, I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { loadTexts } from '../modules/texts.ts'
import { preferredLocale, rememberLocale } from './locale.ts'

type LocaleChoice = { locale: Locale; choose: (locale: Locale) => void }

const LocaleChoiceContext = createContext<LocaleChoice>({ locale: 'en', choose: () => {} })

export function useLocaleChoice(): LocaleChoice {
  return useContext(LocaleChoiceContext)
}

/** Shows its children once the texts are there, and keeps the old language until the new one is. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [texts, setTexts] = useState<{ locale: Locale; dict: Dict } | null>(null)

  const show = useCallback(async (locale: Locale) => {
    const dict = await loadTexts(locale)
    document.documentElement.lang = locale
    setTexts({ locale, dict })
  }, [])

  useEffect(() => {
    void show(preferredLocale())
  }, [show])

  const choice = useMemo<LocaleChoice>(
    () => ({
      locale: texts?.locale ?? 'en',
      choose: (locale) => {
        rememberLocale(locale)
        void show(locale)
      },
    }),
    [texts?.locale, show],
  )

  if (!texts) return null
  return (
    <LocaleChoiceContext value={choice}>
      <I18nProvider locale={texts.locale} dict={texts.dict}>
        {children}
      </I18nProvider>
    </LocaleChoiceContext>
  )
}
