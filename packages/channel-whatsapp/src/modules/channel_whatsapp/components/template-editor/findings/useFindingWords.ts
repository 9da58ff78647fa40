import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { languageName } from '../model/languages.ts'
import type { ShownFinding } from './findings-at.ts'

/** The sentences of a finding. What it names by Meta's codes is named as the form names it. */
export function useFindingWords() {
  const t = useT()
  const locale = useLocale()
  const text = (key: string, otherwise: string) => t(`channel_whatsapp.templateEditor.${key}`, otherwise)
  const names: Record<string, (value: string) => string> = {
    format: (value) => text(`header.kind.${value}`, value),
    sample: (value) => text(`header.kind.${value.toUpperCase()}`, value),
    kind: (value) => text(`button.kind.${value}`, value),
    part: (value) => text(`${value.toLowerCase()}.title`, value),
    category: (value) => t(`channel_whatsapp.templates.category.${value}`, value),
    language: (value) => languageName(value, locale),
    other: (value) => languageName(value, locale),
    until: (value) =>
      Number.isNaN(Date.parse(value))
        ? value
        : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(value)),
  }
  return ({ code, params }: Pick<ShownFinding, 'code' | 'params'>) => {
    const named = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, names[name]?.(String(value)) ?? value]),
    )
    return {
      title: t(`channel_whatsapp.finding.${code}.title`, named),
      why: t(`channel_whatsapp.finding.${code}.why`, named),
    }
  }
}
