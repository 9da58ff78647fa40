import { MEDIA_TYPES, type MediaContent } from '../../content/media.ts'
import type { MessageContent } from '../../content/message-content.ts'
import type { FileRow } from '../file-statements.ts'

/**
 * Names the file of ours behind what a provider calls by its own id. A provider may call it otherwise when a message is
 * changed; as long as there is one file, it is that.
 */
export function withFileId(
  content: MessageContent,
  files: Pick<FileRow, 'id' | 'externalMediaId'>[],
): MessageContent {
  if (!isMedia(content) || content.media.fileId !== undefined) return content
  const { id } = content.media
  const file =
    files.find((one) => one.externalMediaId !== null && one.externalMediaId === id) ??
    (files.length === 1 ? files[0] : undefined)
  return file ? { ...content, media: { ...content.media, fileId: file.id } } : content
}

export function isMedia(content: MessageContent): content is MediaContent {
  return (MEDIA_TYPES as readonly string[]).includes(content.type)
}
