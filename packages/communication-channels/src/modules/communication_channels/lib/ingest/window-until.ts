import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { windowExpiry } from '../policy/window.ts'
import type { PlacedMessage } from './message-row.ts'

/** Until when a message holds the window open; null for one that opens none. */
export function windowUntil(message: PlacedMessage): Date | null {
  const windowMs = getChannelAdapter(message.channel.providerKey)?.rules?.windowMs
  return message.event.opensWindow && windowMs ? windowExpiry(actedAt(message), windowMs) : null
}

/**
 * Until when an answer to a message opens the free-entry window; null for one that does not offer that. Who only did
 * something to an earlier message, or did not act at all, came from nowhere.
 */
export function freeEntryOfferedUntil(message: PlacedMessage): Date | null {
  const rule = getChannelAdapter(message.channel.providerKey)?.rules?.freeEntry
  const { opensWindow, opensFreeEntry } = message.event
  return rule && opensWindow && opensFreeEntry
    ? new Date(actedAt(message).getTime() + rule.replyWithinMs)
    : null
}

const DAY_SECONDS = 24 * 60 * 60

/**
 * The window is never held open for longer than the provider does: a call of which only the end was told was begun
 * before it, and where the provider's clock is ahead of ours, the window ends by ours.
 */
function actedAt({ event: { content, sentAt }, receivedAt }: PlacedMessage): Date {
  const told = content.type === 'call' ? (content.durationSeconds ?? 0) : 0
  const seconds = Math.min(Math.max(told, 0), DAY_SECONDS)
  return new Date(Math.min(sentAt.getTime(), receivedAt.getTime()) - seconds * 1000)
}

export function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}
