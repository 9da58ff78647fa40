import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import { type FileView, pictureAddress } from '../../../model/file.ts'
import { DocumentCard } from './DocumentCard.tsx'

/** Without a frame, and itself rather than a preview: it may move. */
export function StickerPicture({ file }: { file: FileView }) {
  const t = useT()
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) return <DocumentCard type="sticker" file={file} filename={undefined} />
  const name = file.isAnimated ? 'animated.sticker' : 'sticker'
  return (
    <img
      src={pictureAddress(file) ?? undefined}
      alt={t(`communication_channels.inbox.media.${name}`)}
      width={160}
      height={160}
      loading="lazy"
      decoding="async"
      onError={() => setIsBroken(true)}
      className="size-40 object-contain"
    />
  )
}
