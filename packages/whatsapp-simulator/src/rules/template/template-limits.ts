const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/**
 * How many templates an account may have: 250, or 6,000 once its business is verified and a number of it has an
 * approved display name. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
export const TEMPLATE_LIMITS = [250, 6000] as const
export type TemplateLimit = (typeof TEMPLATE_LIMITS)[number]

/** An account sends in at most 100 templates an hour. */
const CREATIONS_AN_HOUR = 100

/** The name of a deleted template that was approved can be used again after 30 days. */
const HELD_FOR_MS = 30 * DAY_MS

/** A message that has not arrived is tried for 30 days; then its template can go. */
export const DELETED_WITHIN_MS = 30 * DAY_MS

export type HeldTemplateName = { wabaId: string; name: string; language: string; until: number }

export function withinTheHour(creations: number[] | undefined, now: number): number[] {
  return (creations ?? []).filter((time) => time > now - HOUR_MS)
}

/** `creations` are the times of those of the last hour. */
export function mayCreate(creations: number[], more: number): boolean {
  return creations.length + more <= CREATIONS_AN_HOUR
}

export function holdUntil(deletedAt: number): number {
  return deletedAt + HELD_FOR_MS
}

/** A name is held in the languages it was deleted in, and in every language once nothing of it is left. */
export function isHeld(
  held: HeldTemplateName[],
  wanted: Omit<HeldTemplateName, 'until'>,
  nameIsInUse: boolean,
  now: number,
): boolean {
  return held.some(
    ({ wabaId, name, language, until }) =>
      until > now &&
      wabaId === wanted.wabaId &&
      name === wanted.name &&
      (language === wanted.language || !nameIsInUse),
  )
}
