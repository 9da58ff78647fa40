import type { Conversation, ConversationPolicy } from './conversation.ts'
import { isSentContent, type Message, type MessageError } from './message.ts'
import { type Tick, tickOf } from './tick.ts'
import { windowPhase } from './windowPhase.ts'

/** As a provider names it that holds the window to be closed though ours is open: the clocks differ, or it counts otherwise. */
const CLOSED = 'window_closed_at_provider'
const ANSWERED: Tick[] = ['sent', 'delivered', 'read', 'failed']

type Detail = { conversation: Conversation; policy: ConversationPolicy }

/**
 * The refusal by which the provider has said so, until the customer acts again, words of ours arrive, or ours closes too.
 * `messages` oldest first, `now` in milliseconds.
 */
export function closedAtProvider(
  { window }: Conversation,
  messages: Message[],
  now: number,
): MessageError | null {
  if (windowPhase(window, now).phase === 'closed') return null
  const last = messages.findLast(
    ({ origin, content, status }) =>
      origin === 'api' &&
      isSentContent(content) &&
      content.type !== 'template' &&
      ANSWERED.includes(tickOf(status) ?? 'waiting'),
  )
  if (last?.error?.code !== CLOSED) return null
  const { openedBy } = window
  return openedBy && Date.parse(openedBy.at) > Date.parse(last.sentAt) ? null : last.error
}

/** What is on screen of the window then: it is closed. */
export function asProviderSays(detail: Detail, refusedBy: MessageError | null): Detail {
  if (!refusedBy) return detail
  const { window, createdAt } = detail.conversation
  // Since when it is, nobody has told us.
  const expiresAt = window.openedBy?.at ?? createdAt
  return {
    ...detail,
    conversation: { ...detail.conversation, window: { ...window, isOpen: false, expiresAt } },
  }
}
