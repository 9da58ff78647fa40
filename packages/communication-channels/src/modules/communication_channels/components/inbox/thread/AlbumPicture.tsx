import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { pictureAddress } from '../model/file.ts'
import type { Message } from '../model/message.ts'
import { useThreadFiles } from './files/ThreadFiles.tsx'
import { pictureAlt } from './viewer/pictureAlt.ts'

type AlbumPictureProps = {
  message: Message
  isWide: boolean
  /** For which there is no room: they are counted on this one, and seen in the viewer. */
  behind: Message[]
}

export function AlbumPicture({ message, isWide, behind }: AlbumPictureProps) {
  const t = useT()
  const { openPicture, contactName } = useThreadFiles()
  const [isBroken, setIsBroken] = useState(false)
  const { content, files, direction } = message
  const file = content.type === 'image' ? files.find(({ id }) => id === content.media.fileId) : undefined
  if (!file) return null
  const who = direction === 'inbound' ? contactName : t('communication_channels.inbox.quote.us')
  const more = behind.length > 0 ? t('communication_channels.inbox.album.more', { count: behind.length }) : ''
  const label = `${t('communication_channels.inbox.picture.open')} ${pictureAlt(t, who, null)}`
  return (
    <button
      id={`message-${message.id}`}
      type="button"
      onClick={() => openPicture?.(file.id)}
      aria-label={[label, more].filter(Boolean).join('. ')}
      className={`relative flex scroll-my-16 cursor-zoom-in items-center justify-center overflow-hidden rounded-xl bg-foreground/5 ${isWide ? 'col-span-2 aspect-2/1' : 'aspect-square'}`}
    >
      {isBroken ? (
        <ImageOff aria-hidden="true" className="size-6 text-muted-foreground" />
      ) : (
        <img
          src={file.previewUrl ?? pictureAddress(file) ?? undefined}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setIsBroken(true)}
          className="size-full object-cover"
        />
      )}
      {behind.length > 0 ? (
        <span className="absolute inset-0 flex items-center justify-center bg-black/55 text-2xl font-semibold text-white tabular-nums">
          +{behind.length}
        </span>
      ) : null}
      {/* Where a quote of one of them leads. */}
      {behind.map(({ id }) => (
        <span key={id} id={`message-${id}`} tabIndex={-1} className="absolute inset-0" />
      ))}
    </button>
  )
}
