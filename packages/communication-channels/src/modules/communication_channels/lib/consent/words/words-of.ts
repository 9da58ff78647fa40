import type { MessageContent } from '../../content/message-content.ts'

/** What of it may be a word. Of an edit, what the message reads now: that is what they say from then on. */
export function wordsOf(content: MessageContent): string | null {
  if (content.type === 'edit') return wordsOf(content.content)
  if (content.type === 'text') return content.text
  return content.type === 'reply' ? content.title : null
}
