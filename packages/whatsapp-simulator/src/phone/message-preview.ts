import type { MessageContent } from '../world/message.ts'
import { type Payload, part, parts, say } from './payload.ts'

const MEDIA_NAMES: Partial<Record<MessageContent['type'], string>> = {
  image: 'Photo',
  video: 'Video',
  document: 'Document',
  sticker: 'Sticker',
  media_placeholder: 'Media of long ago',
}

/** One line for lists and quotes. */
export function previewOf(content: MessageContent): string {
  if (content.type === 'text') return content.body
  if (content.type === 'template') return content.rendered.body
  const { type, payload } = content
  const name = MEDIA_NAMES[type]
  if (name) return say(payload, 'caption') || say(payload, 'filename') || name
  switch (type) {
    case 'audio':
      return payload.voice ? 'Voice message' : 'Audio'
    case 'location':
      return `Location ${say(payload, 'name')}`.trim()
    case 'contacts':
      return `Contact ${contactName(parts(payload, 'contacts')[0] ?? {})}`.trim()
    case 'button':
      return say(payload, 'text')
    case 'interactive':
      return previewOfInteractive(payload)
    case 'order':
      return `Cart, ${parts(payload, 'product_items').length} items`
    case 'reaction':
      return payload.emoji ? `Reacted ${say(payload, 'emoji')}` : 'Took a reaction back'
    case 'edit':
      return 'Edited a message'
    case 'revoke':
      return 'Deleted a message'
    case 'system':
      return say(payload, 'body') || 'Changed something about the phone'
    default:
      return 'Something this phone cannot show'
  }
}

export function contactName(card: Payload): string {
  return say(part(card, 'name'), 'formatted_name') || say(parts(card, 'phones')[0] ?? {}, 'phone')
}

function previewOfInteractive(payload: Payload): string {
  const answer = say(part(payload, 'button_reply'), 'title') || say(part(payload, 'list_reply'), 'title')
  if (answer) return answer
  if (payload.type === 'nfm_reply') return 'Form sent'
  if (payload.type === 'call_permission_reply')
    return part(payload, 'call_permission_reply').response === 'accept' ? 'Calls allowed' : 'Calls refused'
  return say(part(payload, 'body'), 'text') || 'Message with buttons'
}
