import type { MessageContent } from '../world/message.ts'

/** A message's type and content as they stand in a webhook. */
export function wireContent(content: MessageContent): Record<string, unknown> {
  switch (content.type) {
    case 'text':
      return { text: { body: content.body }, type: 'text' }
    case 'template':
      return { text: { body: content.rendered.body }, type: 'text' }
    case 'contacts':
      return { contacts: content.payload.contacts, type: 'contacts' }
    case 'media_placeholder':
      return { type: 'media_placeholder' }
    case 'unsupported':
      return wireUnsupported(content.payload)
    case 'system': {
      const { identity, ...system } = content.payload
      return { ...(identity ? { identity } : {}), system, type: 'system' }
    }
    default:
      return { [content.type]: content.payload, type: content.type }
  }
}

const UNSUPPORTED = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
}

function wireUnsupported({ type, errors }: Record<string, unknown>): Record<string, unknown> {
  return {
    errors: errors ?? [UNSUPPORTED],
    type: 'unsupported',
    ...(type ? { unsupported: { type } } : {}),
  }
}
