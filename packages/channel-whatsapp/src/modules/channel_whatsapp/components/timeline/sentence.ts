import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import type { AccountEvent } from './accountEvent.ts'
import { codeText } from './codeText.ts'
import { dayText } from './dayText.ts'
import { effectRemarks, type Remark } from './effectRemarks.ts'
import { limitText } from './limitText.ts'

/** The property of a kind that decides which sentence is said; without one the kind has a sentence of its own. */
const variantOf: Record<string, string> = {
  account_alert: 'alert',
  account_review: 'decision',
  account_state: 'event',
  automatic_event: 'event',
  flow: 'event',
  group: 'event',
  number_name: 'decision',
  number_quality: 'event',
  number_security: 'event',
  number_username: 'status',
  partner_solution: 'event',
  template_status: 'event',
}

/** What happened, in the reader's language. What has no sentence yet is said with Meta's own word. */
export function sentenceOf(event: AccountEvent, t: TranslateFn): string {
  const { kind, field, subject, detail } = event
  const property = variantOf[kind]
  const variant = property === undefined ? null : String(detail[property] ?? '')
  const values = { subject: subject ?? '', field, variant: variant ?? '', ...valuesOf(detail) }
  const say = (key: string, fallback: string) => t(`channel_whatsapp.timeline.${key}`, fallback, values)
  const general = say(kind, say('other', field))
  const said = variant ? say(`${kind}.${variant}`, general) : general
  return detail.alertState === 'DEACTIVATED' ? say(`${kind}.${variant}.over`, said) : said
}

/** Short values of an event, for the placeholders of its sentence. */
function valuesOf(detail: AccountEvent['detail']): Record<string, string | number> {
  const short = Object.entries(detail).filter((entry): entry is [string, string | number] =>
    isShort(entry[1]),
  )
  return Object.fromEntries(short)
}

/** What Meta said besides: reasons, advice, limits. */
export function remarksOf(event: AccountEvent, t: TranslateFn, locale: string): Remark[] {
  const { detail } = event
  const remark = (name: string, value: unknown): Remark[] =>
    isShort(value) ? [{ label: t(`channel_whatsapp.timeline.remark.${name}`), value: String(value) }] : []
  const day = (value: unknown) => (typeof value === 'string' ? dayText(value, locale) : null)
  const code = (value: unknown) => (typeof value === 'string' ? codeText(t, value) : value)
  const ban = detail.ban as { state?: unknown; date?: unknown } | null | undefined
  const disconnection = detail.disconnection as { reason?: unknown } | null | undefined
  const limit = detail.limit ?? detail.dailyLimit
  return [
    ...remark('title', detail.title),
    ...remark('reason', code(detail.reason ?? disconnection?.reason)),
    ...remark('description', detail.description ?? detail.message),
    ...remark('recommendation', detail.recommendation),
    ...remark('disabledOn', day(detail.disabledOn)),
    ...remark('changesAt', day(detail.changesAt)),
    ...remark(
      'limit',
      isShort(limit) ? limitText(limit, locale, t('channel_whatsapp.timeline.unlimited')) : null,
    ),
    ...effectRemarks(event.effect, t, locale),
    ...remark('numbers', detail.numbersPerBusiness),
    ...remark('violation', code(detail.violation)),
    ...remark('ban', code(ban?.state)),
    ...remark('bannedOn', day(ban?.date)),
    ...['errorRate', 'availability', 'latency', 'slowLatency', 'threshold'].flatMap((name) =>
      remark(name, measureText(detail, name, locale)),
    ),
    ...listOf<{ type: string; expiresAt: string | null }>(detail.restrictions).flatMap((one) =>
      remark('restriction', [codeText(t, one.type), day(one.expiresAt)].filter(Boolean).join(' · ')),
    ),
    ...listOf<{ code: number | null; title: string | null; message: string | null }>(detail.problems).flatMap(
      (one) => remark('problem', one.message ?? one.title ?? one.code),
    ),
  ]
}

/** Times are in milliseconds, everything else in percent; a threshold is in the unit of what it is about. */
function measureText(detail: AccountEvent['detail'], name: string, locale: string): string | null {
  const value = detail[name]
  if (typeof value !== 'number') return null
  const isTime = /latency/i.test(name) || (name === 'threshold' && detail.event === 'ENDPOINT_LATENCY')
  const unit = isTime ? 'millisecond' : 'percent'
  const format = { style: 'unit', unit, maximumFractionDigits: 2 } as const
  return new Intl.NumberFormat(locale, format).format(value)
}

function isShort(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? value : []
}
