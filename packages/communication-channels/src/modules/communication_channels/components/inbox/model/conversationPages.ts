import type { Conversation } from './conversation.ts'

export type ConversationPage = { items: Conversation[]; nextCursor: string | null }

/** All conversations of the loaded pages, newest activity first, each once. */
export function conversationsOf(pages: ConversationPage[]): Conversation[] {
  const byId = new Map<string, Conversation>()
  for (const page of pages) for (const one of page.items) byId.set(one.id, byId.get(one.id) ?? one)
  return [...byId.values()].sort(byActivity)
}

/**
 * Puts one changed conversation into a loaded list. One that is not in the list yet joins the first page when its
 * activity is newer than the end of the list; an older one stays away, for scrolling will bring it.
 */
export function placeConversation(pages: ConversationPage[], changed: Conversation): ConversationPage[] {
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
  if (last?.nextCursor && end && byActivity(changed, end) > 0) return pages
  return [{ ...first, items: [changed, ...first.items] }, ...rest]
}

function byActivity(a: Conversation, b: Conversation): number {
  return activityOf(b) - activityOf(a) || (a.id < b.id ? 1 : -1)
}

function activityOf(conversation: Conversation): number {
  return Date.parse(conversation.lastMessageAt ?? conversation.createdAt)
}
