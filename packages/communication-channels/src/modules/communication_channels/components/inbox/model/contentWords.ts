import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import type { MessageContent } from './message.ts'

/** What a message is, by name: all there is to say in a line where it has no words of its own. */
export function kindName(t: TranslateFn, contentType: string | null): string {
  return t(
    `communication_channels.inbox.preview.${contentType ?? 'unknown'}`,
    t('communication_channels.inbox.preview.unknown'),
  )
}

/** A message in few words, for a voice to read out: what kind it is, unless plain text, and what it says. */
export function contentWords(t: TranslateFn, content: MessageContent): string {
  const words = wordsOf(content)
  if (words && (content.type === 'text' || content.type === 'template')) return words
  return [kindName(t, content.type), words].filter(Boolean).join(': ')
}

function wordsOf(content: MessageContent): string | null | undefined {
  switch (content.type) {
    case 'text':
      return content.text
    case 'template':
      return content.rendered.body
    case 'interactive':
      return content.body
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return content.caption ?? content.filename
    case 'location':
      return content.name ?? content.address
    case 'contacts':
      return content.contacts.map((card) => card.name.formattedName ?? '').join(', ')
    case 'reply':
      return content.title
    case 'reaction':
      return content.emoji
    case 'order':
    case 'form_answer':
    case 'unsupported':
    case 'system':
      return content.text
    default:
      return null
  }
}
