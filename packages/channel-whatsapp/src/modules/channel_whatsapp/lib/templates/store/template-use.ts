import type { Db } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  countQueuedTemplates,
  countTemplateSends,
  countWithoutMarketingConsent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/messages/template-usage'
import { notificationsInUse } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notifications-in-use'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'
import { raisesPrice } from './raises-price.ts'

/** A template as the hub's messages name it. */
export interface UsedTemplate {
  channelIds: string[]
  name: string
  language: string
}

export const templateUse = z.object({
  queued: z.int(),
  scheduled: z.int(),
  /** In use, and carried by the template of their name. */
  notifications: z.array(z.string()),
})
export type TemplateUse = z.infer<typeof templateUse>

/** What stands still where the template cannot be sent. */
export async function usageOf(db: Db, scope: Scope, template: UsedTemplate, now: Date): Promise<TemplateUse> {
  const [counts, notifications] = await Promise.all([
    countQueuedTemplates(db, scope, template),
    notificationsInUse(db, scope, now),
  ])
  const carried = notifications.filter(({ name, isInUse }) => isInUse && name === template.name)
  return { ...counts, notifications: carried.map(({ name }) => name) }
}

export const categoryEffect = z.object({
  to: z.string(),
  sentLast30Days: z.int(),
  /** Of those who got it, how many could get no marketing; null where it does not become marketing. */
  withoutMarketingConsent: z.int().nullable(),
})
export type CategoryEffect = z.infer<typeof categoryEffect>

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

interface Categories {
  category: string
  correctCategory: string | null
  /** What it counted as some weeks ago; null where that was the same. */
  formerCategory: string | null
}

/** What it costs, and whom it no longer reaches, that Meta counts it as a dearer category, or will. */
export async function categoryEffectOf(
  db: Db,
  scope: Scope,
  template: UsedTemplate & Categories,
  now: Date,
): Promise<CategoryEffect | null> {
  const to = dearerCategory(template)
  if (to === null) return null
  const used = { ...template, since: monthBefore(now) }
  const [sentLast30Days, withoutMarketingConsent] = await Promise.all([
    countTemplateSends(db, scope, used),
    countWithoutMarketingConsent(db, scope, used),
  ])
  return { to, sentLast30Days, withoutMarketingConsent }
}

function dearerCategory({ category, correctCategory, formerCategory }: Categories): string | null {
  if (correctCategory !== null && raisesPrice(category, correctCategory)) return correctCategory
  return formerCategory !== null && raisesPrice(formerCategory, category) ? category : null
}

/** @param versions the newest first */
export function formerCategoryIn(versions: { category: string; seenAt: Date }[], now: Date): string | null {
  const before = versions.findIndex(({ category }) => category !== versions[0]?.category)
  const changed = versions[before - 1]
  return changed && changed.seenAt > monthBefore(now) ? versions[before]!.category : null
}

function monthBefore(now: Date): Date {
  return new Date(now.getTime() - MONTH_MS)
}
