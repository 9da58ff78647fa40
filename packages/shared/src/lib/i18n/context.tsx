'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { defaultLocale, type Locale } from './config.ts'
import { createTranslator, type TranslateFn, type TranslateParams } from './translate.ts'

export type { TranslateFn, TranslateParams }
export type Dict = Record<string, string>

const I18nContext = createContext<{ locale: Locale; t: TranslateFn } | null>(null)
const withoutTexts = createTranslator({})

export function I18nProvider(props: { children: ReactNode; locale: Locale; dict: Dict }) {
  const { children, locale, dict } = props
  const value = useMemo(() => ({ locale, t: createTranslator(dict) }), [locale, dict])
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

export function useT(): TranslateFn {
  return useContext(I18nContext)?.t ?? withoutTexts
}

export function useLocale(): Locale {
  return useContext(I18nContext)?.locale ?? defaultLocale
}
