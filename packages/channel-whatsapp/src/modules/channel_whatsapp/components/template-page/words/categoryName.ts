import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'

/** As the picker in the composer names it. */
export function categoryName(t: TranslateFn, category: string): string {
  return t(`channel_whatsapp.templates.category.${category}`, category)
}
