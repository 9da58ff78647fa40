import { type TranslateParams, useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useCallback } from 'react'

export type Say = (key: string, values?: TranslateParams, otherwise?: string) => string

/** The texts of this page, by what comes after `channel_whatsapp.templatePage.`. */
export function useSay(): Say {
  const t = useT()
  return useCallback<Say>(
    (key, values = {}, otherwise) => {
      const full = `channel_whatsapp.templatePage.${key}`
      return otherwise === undefined ? t(full, values) : t(full, otherwise, values)
    },
    [t],
  )
}

/** Numbers and moments in the reader's manner. */
export function useFormats() {
  const locale = useLocale()
  return {
    locale,
    count: (value: number) => new Intl.NumberFormat(locale).format(value),
    share: (value: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    moment: (iso: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    day: (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso)),
    list: (values: string[]) => new Intl.ListFormat(locale).format(values),
  }
}
