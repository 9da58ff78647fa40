import type { Conversation } from './conversation.ts'
import { windowPhase } from './windowPhase.ts'

export type ConversationPage = { items: Conversation[]; nextCursor: string | null }
type Order = (a: Conversation, b: Conversation) => number

/** All conversations of the loaded pages in their order, each once. */
export function conversationsOf(pages: ConversationPage[], order: Order = byActivity): Conversation[] {
  const byId = new Map<string, Conversation>()
  for (const page of pages) for (const one of page.items) byId.set(one.id, byId.get(one.id) ?? one)
  return [...byId.values()].sort(order)
}

/**
 * Puts one changed conversation into a loaded list. One that is not in the list yet joins the first page when it stands
 * before the end of the list; a later one stays away, for scrolling will bring it.
 */
export function placeConversation(
  pages: ConversationPage[],
  changed: Conversation,
  order: Order = byActivity,
): ConversationPage[] {
  const isKnown = pages.some((page) => page.items.some((one) => one.id === changed.id))
  if (isKnown) {
    return pages.map((page) => ({
      ...page,
      items: page.items.map((one) => (one.id === changed.id ? changed : one)),
    }))
  }
  const [first, ...rest] = pages
  if (!first) return pages
  const last = pages.at(-1)
  const end = last?.items.at(-1)
  if (last?.nextCursor && end && order(changed, end) > 0) return pages
  return [{ ...first, items: [changed, ...first.items] }, ...rest]
}

/** Newest activity first. */
export function byActivity(a: Conversation, b: Conversation): number {
  return activityOf(b) - activityOf(a) || (a.id < b.id ? 1 : -1)
}

function activityOf(conversation: Conversation): number {
  return Date.parse(conversation.lastMessageAt ?? conversation.createdAt)
}

/** First those whose window closes first. */
export function byClosing(a: Conversation, b: Conversation): number {
  return closingOf(a) - closingOf(b) || (a.id < b.id ? -1 : 1)
}

function closingOf({ window }: Conversation): number {
  return window.expiresAt ? Date.parse(window.expiresAt) : Number.POSITIVE_INFINITY
}

export function closesSoon({ window }: Conversation, now: number): boolean {
  return windowPhase(window, now).phase === 'closing'
}
