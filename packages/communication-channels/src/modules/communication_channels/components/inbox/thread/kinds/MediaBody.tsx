import type { MediaContent } from '../../model/message.ts'
import { hasRoom, pictureBox } from '../../model/pictureBox.ts'
import { useThreadFiles } from '../files/ThreadFiles.tsx'
import { MediaPart } from './media/MediaPart.tsx'
import { RichText } from './RichText.tsx'
import { Words } from './Words.tsx'

const narrowestCaption = 220

/** A file as the customer's phone shows it, and what was written below it. */
export function MediaBody({ content }: { content: MediaContent }) {
  const { caption } = content
  const file = useThreadFiles().find(content.media.fileId)?.file
  const isSeen = file && hasRoom(file) && (content.type === 'image' || content.type === 'video')
  const words = caption ? (
    <Words className={isSeen ? 'mx-2 mt-1.5' : 'mt-1.5'}>
      <RichText text={caption} />
    </Words>
  ) : null
  if (!isSeen) {
    return (
      <>
        <MediaPart {...content} />
        {words}
      </>
    )
  }
  // The words are as wide as what they stand below.
  const { width } = pictureBox(file.width, file.height)
  return (
    <div style={{ width: Math.max(width, caption ? narrowestCaption : 0) }} className="max-w-full">
      <MediaPart {...content} />
      {words}
    </div>
  )
}
