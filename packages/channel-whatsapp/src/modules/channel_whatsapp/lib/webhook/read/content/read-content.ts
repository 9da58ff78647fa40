import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { WebhookMessage } from '../message.ts'
import { isShallow } from '../meta-values.ts'
import type { WebhookError } from '../webhook-error.ts'
import { readContactCards } from './contact-cards.ts'
import { readEdit, readRevoke } from './edit-and-revoke.ts'
import { readInteractive } from './interactive.ts'
import { readLocation } from './location.ts'
import { mediaReader } from './media.ts'
import { readOrder } from './order.ts'
import { readReaction } from './reaction.ts'
import { readTemplateButton } from './reply.ts'
import { readSystem } from './system.ts'
import { readText } from './text.ts'
import { readUnsupported } from './unsupported.ts'

/** Reads what a message has under its type's name; null where that is not what Meta documents. */
type ContentReader = (part: unknown, message: WebhookMessage) => MessageContent | null

const READERS = new Map<string, ContentReader>([
  ['text', readText],
  ['image', mediaReader('image')],
  ['video', mediaReader('video')],
  ['audio', mediaReader('audio')],
  ['document', mediaReader('document')],
  ['sticker', mediaReader('sticker')],
  ['location', readLocation],
  ['contacts', readContactCards],
  ['button', readTemplateButton],
  ['interactive', readInteractive],
  ['order', readOrder],
  ['reaction', readReaction],
  ['edit', readEdit],
  ['revoke', readRevoke],
  ['system', readSystem],
])

/** In the hub's terms, or as it came where it has none for it. Null for what could not even be kept. */
export function readContent(
  message: WebhookMessage,
  raw: Record<string, unknown>,
  error: WebhookError | null,
): MessageContent | null {
  const read = READERS.get(message.type)
  const content = read?.(raw[message.type], message)
  if (content) return content
  return isShallow(raw) ? readUnsupported(message.type, raw, error) : null
}
