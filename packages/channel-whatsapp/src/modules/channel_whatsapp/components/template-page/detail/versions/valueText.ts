import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { categoryName } from '../../words/categoryName.ts'

/** What of a template is one of Meta's words, as the editor names it; everything else as it is written. */
export function valueText(t: TranslateFn, path: string, value: string): string {
  if (path === 'category') return categoryName(t, value)
  if (path.endsWith('.type')) return t(`channel_whatsapp.templateEditor.button.kind.${value}`, value)
  if (path.endsWith('.format')) return t(`channel_whatsapp.templateEditor.header.kind.${value}`, value)
  return value
}
