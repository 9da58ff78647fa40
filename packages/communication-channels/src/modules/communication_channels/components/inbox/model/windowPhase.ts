import { CLOSING_SOON_MS } from '../../../lib/policy/window.ts'
import type { ConversationWindow } from './conversation.ts'

export type WindowPhase =
  | { phase: 'none' }
  | { phase: 'open' | 'closing'; hours: number; minutes: number }
  | { phase: 'closed' }
  | { phase: 'never' }

const minute = 60_000

/**
 * Where a conversation's window stands at `now` (milliseconds since the epoch). The server's `isOpen` was true when it
 * answered; the screen may be older than that, so the expiry decides. The last minute shows as "1 min", never as "0 min".
 */
export function windowPhase(window: ConversationWindow, now: number): WindowPhase {
  if (!window.isRequired) return { phase: 'none' }
  if (!window.expiresAt) return { phase: 'never' }
  const left = Date.parse(window.expiresAt) - now
  if (left <= 0) return { phase: 'closed' }
  const minutes = Math.max(1, Math.floor(left / minute))
  return {
    phase: left < CLOSING_SOON_MS ? 'closing' : 'open',
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  }
}

/** Milliseconds until the text of the countdown changes, so that a timer fires when it matters and not before. */
export function untilNextWindowChange(window: ConversationWindow, now: number): number | null {
  if (!window.isRequired || !window.expiresAt) return null
  const left = Date.parse(window.expiresAt) - now
  if (left <= 0) return null
  return Math.max(1_000, left % minute || minute)
}
