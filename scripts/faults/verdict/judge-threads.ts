import type { Stored } from './stored.ts'
import { personOf, type Truth } from './truth.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Unread counts, last activity and windows of every thread, worked out from what was written. Returns what is not so. */
export function judgeThreads(truth: Truth, stored: Stored): string[] {
  const storedIds = new Set(stored.inbound.map(({ wamid }) => wamid))
  const written = truth.messages.filter(
    ({ direction, wamid }) => direction === 'inbound' && storedIds.has(wamid),
  )
  const threads = Map.groupBy(written, (message) => `${personOf(truth, message)} on ${message.phoneNumberId}`)
  const wrong: string[] = []
  for (const { person, phoneNumberId, unreadCount, lastMessageAt, window } of stored.conversations.values()) {
    const key = `${person} on ${phoneNumberId}`
    const messages = threads.get(key)
    if (!messages) {
      // Whom a batch wrote to first has written nothing yet.
      if (unreadCount > 0 || window.expiresAt !== null) wrong.push(`${key} never wrote, or is there twice`)
      continue
    }
    threads.delete(key)
    const latest = Math.max(...messages.map(({ sentAt }) => Math.floor(Date.parse(sentAt) / 1000) * 1000))
    const windowUntil = new Date(latest + DAY_MS).toISOString()
    if (unreadCount !== messages.length) wrong.push(`${key} has ${unreadCount} unread of ${messages.length}`)
    // An answer is later than what it answers.
    if (Date.parse(lastMessageAt ?? '') < latest || lastMessageAt === null)
      wrong.push(
        `${key} was last active at ${lastMessageAt}, and written to at ${new Date(latest).toISOString()}`,
      )
    if (window.expiresAt !== windowUntil)
      wrong.push(`${key} has a window until ${window.expiresAt}, not ${windowUntil}`)
  }
  for (const key of threads.keys()) wrong.push(`${key} is not there`)
  return wrong
}
