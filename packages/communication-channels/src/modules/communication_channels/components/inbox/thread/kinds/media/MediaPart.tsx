import { pictureAddress } from '../../../model/file.ts'
import { shownName } from '../../../model/fileName.ts'
import type { MediaContent } from '../../../model/message.ts'
import { useThreadFiles } from '../../files/ThreadFiles.tsx'
import { DocumentCard } from './DocumentCard.tsx'
import { FileState, PictureToCome } from './FileState.tsx'
import { Film } from './Film.tsx'
import { MediaCard } from './MediaCard.tsx'
import { Picture } from './Picture.tsx'
import { Sound } from './Sound.tsx'
import { StickerPicture } from './StickerPicture.tsx'

export type MediaPartProps = Pick<
  MediaContent,
  'type' | 'filename' | 'isVoice' | 'isAnimated' | 'caption'
> & {
  media?: MediaContent['media']
}

/** One file of a message: itself where it is there, else what kind it is and what became of it. */
export function MediaPart(props: MediaPartProps) {
  const { type, media, filename, caption, isVoice, isAnimated } = props
  const found = useThreadFiles().find(media?.fileId)
  if (!found) return <MediaCard {...props} />
  const { file, message } = found
  if (file.state === 'waiting' && (type === 'image' || type === 'video'))
    return <PictureToCome file={file} type={type} />
  if (file.state !== 'stored') {
    return (
      <MediaCard {...props} filename={shownName(file, filename) ?? undefined}>
        <FileState file={file} />
      </MediaCard>
    )
  }
  const address = pictureAddress(file)
  switch (type) {
    case 'image':
      if (address)
        return <Picture file={file} isInbound={message.direction === 'inbound'} caption={caption} />
      return <DocumentCard type={type} file={file} filename={filename} />
    case 'sticker':
      if (address) return <StickerPicture file={file} />
      return <DocumentCard type={type} file={file} filename={filename} />
    case 'audio':
      return <Sound file={file} isVoice={isVoice === true} />
    case 'video':
      return <Film file={file} isAnimated={isAnimated || file.isAnimated} />
    case 'document':
      return <DocumentCard type={type} file={file} filename={filename} />
  }
}
