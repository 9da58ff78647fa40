import type { Message, MessageContent } from '../world/message.ts'
import { part } from './payload.ts'
import { isOnPhone } from './visible-messages.ts'

export type Reaction = { emoji: string; own: boolean }

/** One bubble: a message with all that was done to it later. */
export type ThreadItem = {
  message: Message
  /** As last edited. */
  content: MessageContent
  edited: boolean
  revoked: boolean
  reactions: Reaction[]
  quoted: Message | null
}

// These say something about another message and have no bubble of their own.
const ABOUT_ANOTHER: MessageContent['type'][] = ['reaction', 'edit', 'revoke', 'pin']

/** A chat as its phone shows it, oldest first. `messages` are those of one customer and one number. */
export function readThread(messages: Message[]): ThreadItem[] {
  const inOrder = messages.filter(isOnPhone).sort((a, b) => a.sentAt.localeCompare(b.sentAt))
  const items = inOrder
    .filter((message) => !ABOUT_ANOTHER.includes(message.content.type))
    .map((message): ThreadItem => {
      const quoted = inOrder.find((other) => other.wamid === message.contextWamid) ?? null
      const { content } = message
      return { message, content, edited: false, revoked: false, reactions: [], quoted }
    })
  const byWamid = new Map(items.map((item) => [item.message.wamid, item]))
  for (const message of inOrder) applyLater(message, byWamid)
  return items
}

function applyLater(message: Message, items: Map<string, ThreadItem>): void {
  const { content } = message
  if (content.type === 'reaction') {
    const item = items.get(String(content.payload.message_id))
    if (!item) return
    const own = message.direction === 'inbound'
    const others = item.reactions.filter((reaction) => reaction.own !== own)
    const emoji = String(content.payload.emoji ?? '')
    item.reactions = emoji ? [...others, { emoji, own }] : others
  } else if (content.type === 'revoke') {
    const item = items.get(String(content.payload.original_message_id))
    if (item) item.revoked = true
  } else if (content.type === 'edit') {
    const item = items.get(String(content.payload.original_message_id))
    if (item) Object.assign(item, { content: editedContent(part(content.payload, 'message')), edited: true })
  }
}

function editedContent(message: Record<string, unknown>): MessageContent {
  const type = message.type as 'text' | 'image' | 'video' | 'document'
  if (type === 'text') return { type, body: String(part(message, 'text').body ?? '') }
  return { type, payload: part(message, type) }
}
