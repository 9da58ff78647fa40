import type { FileView } from './file.ts'
import type { Message } from './message.ts'

export type ThreadPage = { items: Message[]; olderCursor: string | null }

/**
 * Puts a freshly read newest page into the pages already on screen (newest page first, messages oldest first in each).
 * Known messages are replaced where they stand, new ones join the newest page. When the fresh page does not reach what
 * is known, messages in between are missing, so it starts the thread anew and older ones are read again on scroll.
 */
export function mergeNewestPage(pages: ThreadPage[], fresh: ThreadPage): ThreadPage[] {
  const [newest, ...older] = pages
  if (!newest || newest.items.length === 0) return [fresh, ...older]
  const freshById = new Map(fresh.items.map((message) => [message.id, message]))
  const overlaps = pages.some((page) => page.items.some((message) => freshById.has(message.id)))
  if (!overlaps && fresh.olderCursor !== null) return [fresh]

  const replaced = pages.map((page) => ({
    ...page,
    items: page.items.map((message) => {
      const update = freshById.get(message.id)
      freshById.delete(message.id)
      return update ?? message
    }),
  }))
  const [first, ...rest] = replaced
  const items = [...(first?.items ?? []), ...freshById.values()].sort(byTime)
  return [{ items, olderCursor: newest.olderCursor }, ...rest]
}

/** All messages of the loaded pages, oldest first, each once. */
export function messagesOf(pages: ThreadPage[]): Message[] {
  const byId = new Map<string, Message>()
  for (const page of pages)
    for (const message of page.items) byId.set(message.id, byId.get(message.id) ?? message)
  return [...byId.values()].sort(byTime)
}

/**
 * What of a fresh page may be shown while an own message is on its way: everything but outbound messages the screen
 * does not know, because one of them may be that very message, which stands there already as an attempt.
 */
export function withoutUnknownOutbound(pages: ThreadPage[], fresh: ThreadPage): ThreadPage {
  const known = new Set(messagesOf(pages).map((message) => message.id))
  return {
    ...fresh,
    items: fresh.items.filter((message) => message.direction === 'inbound' || known.has(message.id)),
  }
}

/**
 * Whether a message on screen that had not left is gone from the server, as when the batch it belongs to was paused.
 * `fresh` is the newest page as it was just read.
 */
export function hasVanished(pages: ThreadPage[], fresh: ThreadPage): boolean {
  const there = new Set(fresh.items.map(({ id }) => id))
  const oldest = fresh.items[0]
  return messagesOf(pages).some(
    (message) =>
      message.status === 'queued' &&
      !there.has(message.id) &&
      (fresh.olderCursor === null || (oldest !== undefined && byTime(message, oldest) > 0)),
  )
}

/** The page with the new state of one file. */
export function withFile(page: ThreadPage, file: FileView): ThreadPage {
  return {
    ...page,
    items: page.items.map((message) =>
      message.files.some(({ id }) => id === file.id)
        ? { ...message, files: message.files.map((one) => (one.id === file.id ? file : one)) }
        : message,
    ),
  }
}

function byTime(a: Message, b: Message): number {
  return Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.id < b.id ? -1 : 1)
}
