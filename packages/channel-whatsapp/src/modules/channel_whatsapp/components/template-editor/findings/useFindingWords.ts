import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { paramsInWords } from '../../../lib/templates/lint/finding-params.ts'
import type { ShownFinding } from './findings-at.ts'

/** The sentences of a finding, with what it names in the reader's words. */
export function useFindingWords() {
  const t = useT()
  const locale = useLocale()
  return ({ code, params }: Pick<ShownFinding, 'code' | 'params'>) => {
    const { until, ...named } = paramsInWords(params, (key) => t(key), locale)
    const values = until === undefined ? named : { ...named, until: dayOf(String(until), locale) }
    return {
      title: t(`channel_whatsapp.finding.${code}.title`, values),
      why: t(`channel_whatsapp.finding.${code}.why`, values),
    }
  }
}

function dayOf(date: string, locale: string): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time)
}
