import { type FileView, pictureAddress } from './file.ts'
import { mediaIn } from './mediaIn.ts'
import type { Message } from './message.ts'

export type ThreadPicture = { file: FileView; message: Message; caption: string | null }

/** Every picture of a thread that can be looked at, oldest first; one that was sent twice stands there twice. */
export function threadPictures(messages: Message[]): ThreadPicture[] {
  return messages.flatMap((message) => {
    const { content, files } = message
    const caption = content.type === 'image' ? (content.caption ?? null) : null
    return mediaIn(content).flatMap(({ type, media }) => {
      const file = type === 'image' ? files.find((one) => one.id === media.fileId) : undefined
      return file?.state === 'stored' && pictureAddress(file) ? [{ file, message, caption }] : []
    })
  })
}
