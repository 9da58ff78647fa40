import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import type { createTranslator } from '@open-mercato/shared/lib/i18n/translate'

/** In whose language, and by whose clock. */
export interface Reader {
  t: ReturnType<typeof createTranslator>
  locale: Locale
  timeZone: string
}
