/**
 * The conversation window: some channels take free-form messages only for a while after the customer last
 * wrote. How long is the provider's rule (`ChannelRules.windowMs`), never ours; null where there is no such rule.
 */
export interface WindowState {
  isRequired: boolean
  isOpen: boolean
  expiresAt: Date | null
}

/** An open window that ends within this time closes soon: who is not answered by then gets a template or nothing. */
export const CLOSING_SOON_MS = 2 * 60 * 60 * 1000

/** Until when the window that this message opens stays open. */
export function windowExpiry(sentAt: Date, windowMs: number): Date {
  return new Date(sentAt.getTime() + windowMs)
}

/** The last instant counts as closed: a message that leaves then arrives too late. */
export function windowState(expiresAt: Date | null, windowMs: number | null, now: Date): WindowState {
  if (windowMs === null) return { isRequired: false, isOpen: true, expiresAt: null }
  return { isRequired: true, isOpen: expiresAt !== null && now < expiresAt, expiresAt }
}
