import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import { type FileView, pictureAddress } from '../../../model/file.ts'
import { pictureBox } from '../../../model/pictureBox.ts'
import { useThreadFiles } from '../../files/ThreadFiles.tsx'
import { pictureAlt } from '../../viewer/pictureAlt.ts'
import { DocumentCard } from './DocumentCard.tsx'

type PictureProps = { file: FileView; isInbound: boolean; caption?: string }

/** The small version of a picture in a room that is kept for it; a click shows it large. */
export function Picture({ file, isInbound, caption }: PictureProps) {
  const t = useT()
  const { openPicture, contactName } = useThreadFiles()
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) return <DocumentCard type="image" file={file} filename={undefined} />
  const { width, ratio } = pictureBox(file.width, file.height)
  const who = isInbound ? contactName : t('communication_channels.inbox.quote.us')
  return (
    <button
      type="button"
      onClick={() => openPicture?.(file.id)}
      aria-label={`${t('communication_channels.inbox.picture.open')} ${pictureAlt(t, who, caption ?? null)}`}
      style={{ width, aspectRatio: ratio }}
      className="block max-w-full min-w-full cursor-zoom-in overflow-hidden rounded-xl bg-foreground/5"
    >
      <img
        src={file.previewUrl ?? pictureAddress(file) ?? undefined}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setIsBroken(true)}
        className="size-full object-cover"
      />
    </button>
  )
}
