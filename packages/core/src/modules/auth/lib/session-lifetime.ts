/** A session ends 12 hours after its last use and 30 days after sign-in, whichever comes first. */
export const IDLE_MS = 12 * 60 * 60 * 1000
export const ABSOLUTE_MS = 30 * 24 * 60 * 60 * 1000

/** Uses closer together than this do not write: a page fires a dozen requests at once. */
const TOUCH_AFTER_MS = 60 * 1000

export function openingTimes(now: Date): { expiresAt: Date; absoluteExpiresAt: Date } {
  return {
    expiresAt: new Date(now.getTime() + IDLE_MS),
    absoluteExpiresAt: new Date(now.getTime() + ABSOLUTE_MS),
  }
}

/** When a use at `now` moves the end of the session, its new end; null when nothing needs to be written. */
export function slide(session: { lastSeenAt: Date; absoluteExpiresAt: Date }, now: Date): Date | null {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_AFTER_MS) return null
  return new Date(Math.min(now.getTime() + IDLE_MS, session.absoluteExpiresAt.getTime()))
}
