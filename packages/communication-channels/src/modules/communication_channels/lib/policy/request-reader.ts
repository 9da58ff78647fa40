import { resolveTranslations } from '@open-mercato/shared/lib/i18n/server'
import type { Reader } from './reader.ts'

/** Who asks, by the language of the request. Their clock is not known here: times are told in UTC. */
export async function requestReader(): Promise<Reader> {
  const { t, locale } = await resolveTranslations()
  return { t, locale, timeZone: 'UTC' }
}
