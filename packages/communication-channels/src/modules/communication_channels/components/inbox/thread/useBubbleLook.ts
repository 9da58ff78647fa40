import { pictureAddress } from '../model/file.ts'
import type { MessageContent } from '../model/message.ts'
import { hasRoom } from '../model/pictureBox.ts'
import type { BubbleLook } from './BubbleFrame.tsx'
import { useThreadFiles } from './files/ThreadFiles.tsx'

/** What surrounds a content: files that can be seen need less of it, stickers nothing. */
export function useBubbleLook(content: MessageContent): BubbleLook {
  const { find } = useThreadFiles()
  switch (content.type) {
    case 'template':
    case 'interactive':
      return 'card'
    case 'image':
    case 'video':
    case 'sticker': {
      const file = find(content.media.fileId)?.file
      if (!file || !hasRoom(file)) return 'words'
      if (content.type === 'sticker') return pictureAddress(file) ? 'bare' : 'words'
      return content.type === 'video' || file.state === 'waiting' || pictureAddress(file)
        ? 'picture'
        : 'words'
    }
    default:
      return 'words'
  }
}
