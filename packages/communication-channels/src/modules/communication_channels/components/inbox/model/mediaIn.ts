import type { MediaContent, MessageContent } from './message.ts'

export type MediaUse = { type: MediaContent['type']; media: MediaContent['media'] }

type Header = { type: string; media?: MediaContent['media'] } | undefined

/** Every file that a content shows, in the order in which it shows them. */
export function mediaIn(content: MessageContent): MediaUse[] {
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return [content]
    case 'edit':
      return mediaIn(content.content as MessageContent)
    case 'template': {
      const { headerObject, cards } = content.parameters
      return fromHeaders([headerObject, ...(cards ?? []).map((card) => card.headerObject)])
    }
    case 'interactive':
      return fromHeaders([
        'header' in content ? content.header : undefined,
        ...('cards' in content ? content.cards.map((card) => card.header) : []),
      ])
    default:
      return []
  }
}

function fromHeaders(headers: Header[]): MediaUse[] {
  return headers.flatMap((header) =>
    header?.media ? [{ type: header.type as MediaUse['type'], media: header.media }] : [],
  )
}
