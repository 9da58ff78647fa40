import type { Conversation } from './conversation.ts'

/** How many of the loaded conversations are unread; "30+" where more are loaded on scroll. Null for none. */
export function unreadLabel(conversations: Conversation[], hasMore: boolean): string | null {
  const count = conversations.filter((conversation) => conversation.unreadCount > 0).length
  if (count === 0) return null
  const mayBeMore = hasMore && count === conversations.length
  return mayBeMore ? `${count}+` : String(count)
}
