import type { TemplateCategory } from '../../../accounts/template.ts'
import { refuseIf } from './refuse.ts'

const HOUR_S = 60 * 60
const DAY_S = 24 * HOUR_S

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live */
const BOUNDS: Record<TemplateCategory, { least: number; most: number }> = {
  AUTHENTICATION: { least: 30, most: 900 },
  UTILITY: { least: 30, most: 12 * HOUR_S },
  MARKETING: { least: 12 * HOUR_S, most: 30 * DAY_S },
}
/** As long as Meta tries at all, which is 30 days. */
const AS_LONG_AS_META = -1

export function checkTimeToLive(seconds: number | undefined, category: TemplateCategory): void {
  if (seconds === undefined || seconds === AS_LONG_AS_META) return
  const { least, most } = BOUNDS[category]
  refuseIf(
    seconds < least || seconds > most,
    'format',
    `message_send_ttl_seconds of a template of category ${category} is from ${least} to ${most}.`,
  )
}
