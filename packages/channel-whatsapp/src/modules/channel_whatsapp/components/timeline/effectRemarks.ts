import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { notificationName } from '../template-page/words/notificationName.ts'
import type { AccountEvent } from './accountEvent.ts'

export type Remark = { label: string; value: string }

/** What waits for a template that stands still, and what a dearer category means. Nothing where it means nothing. */
export function effectRemarks(effect: AccountEvent['effect'], t: TranslateFn, locale: string): Remark[] {
  if (effect === null) return []
  const { usedBy, category } = effect
  const count = new Intl.NumberFormat(locale)
  const say = (name: string, value: string) => [
    { label: t(`channel_whatsapp.timeline.remark.${name}`), value },
  ]
  const counted = (name: string, value: number | null | undefined) =>
    value ? say(name, count.format(value)) : []
  const names = (usedBy?.notifications ?? []).map((name) => notificationName(t, name))
  return [
    ...counted('queued', usedBy?.queued),
    ...counted('scheduled', usedBy?.scheduled),
    ...(names.length > 0 ? say('notifications', new Intl.ListFormat(locale).format(names)) : []),
    ...(category ? say('sent', count.format(category.sentLast30Days)) : []),
    ...counted('withoutConsent', category?.withoutMarketingConsent),
  ]
}
