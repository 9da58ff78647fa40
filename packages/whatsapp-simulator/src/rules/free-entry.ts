import { WINDOW_MS } from './window.ts'

/**
 * Meta's free entry point: who comes from an ad or a post and is answered within a day is written to for three days without
 * any charge. https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing#free-entry-point-windows
 */
export type FreeEntry = { offeredUntil: number | null; expiresAt: number | null }

export const FREE_ENTRY_MS = 3 * WINDOW_MS

const SOURCES = ['ad', 'post']

/** A late, older message takes nothing back: the offer that lasts longest counts. */
export function offered(
  known: FreeEntry | undefined,
  referral: Record<string, unknown> | undefined,
  at: number,
): FreeEntry | undefined {
  if (!SOURCES.includes(String(referral?.source_type))) return known
  const until = Math.max(known?.offeredUntil ?? 0, at + WINDOW_MS)
  return { offeredUntil: until, expiresAt: known?.expiresAt ?? null }
}

/** What an answer at this time makes of it. An offer is taken up once. */
export function answered(known: FreeEntry | undefined, at: number): FreeEntry | undefined {
  if (!known?.offeredUntil || at >= known.offeredUntil) return known
  return { offeredUntil: null, expiresAt: Math.max(known.expiresAt ?? 0, at + FREE_ENTRY_MS) }
}

export function isFreeEntryOpen(known: FreeEntry | undefined, now: number): boolean {
  return known?.expiresAt != null && now < known.expiresAt
}
