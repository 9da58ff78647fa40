import { plainName } from '../files/examine/plain-name.ts'
import type { MessageContent } from './message-content.ts'

/** One line for the conversation list. Empty where only a label in the reader's language would do. */
export function previewOf(content: MessageContent): string {
  return firstLine(wordsOf(content))
}

/** What a message says, where it says something in words; empty where it has none. */
export function wordsOf(content: MessageContent): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'template':
      return content.rendered.body
    case 'interactive':
      return content.body ?? ''
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return content.caption ?? plainName(content.filename ?? '')
    case 'location':
      return content.name ?? content.address ?? ''
    case 'contacts':
      return content.contacts.map((card) => card.name.formattedName ?? '').join(', ')
    case 'reply':
      return content.title
    case 'order':
      return content.text ?? ''
    case 'reaction':
      return content.emoji ?? ''
    case 'edit':
      return wordsOf(content.content)
    case 'unsupported':
      return content.text ?? ''
    case 'form_answer':
    case 'call_permission':
    case 'system':
    case 'call':
    case 'revoke':
      return ''
  }
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
