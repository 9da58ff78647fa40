import type { Message } from '../world/message.ts'
import { Icon, MediaCard } from './cards.tsx'
import { fileOf, showSize } from './message-file.ts'
import { type Payload, say } from './payload.ts'
import { VoiceMessage } from './VoiceMessage.tsx'

type MediaProps = { kind: string; media: Payload; message: Message }

/** A file as a phone shows it; its kind and name where there is none. */
export function MediaView({ kind, media, message }: MediaProps) {
  const file = fileOf(message, media)
  if (kind === 'audio' && media.voice === true) return <VoiceMessage message={message} url={file?.url} />
  if (!file) return <MediaCard kind={kind} media={media} />
  const { url } = file
  switch (kind) {
    case 'image':
      return (
        <a className="media" href={url} target="_blank" rel="noreferrer" aria-label="Open the photo">
          <img className="media-picture" src={url} alt={say(media, 'caption') || 'Sent'} />
        </a>
      )
    case 'sticker':
      return <img className="media-sticker" src={url} alt="Sticker" />
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for what people send
        <video className="media-picture" src={url} controls preload="metadata" aria-label="Video" />
      )
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for what people send
      return <audio className="media-audio" src={url} controls preload="metadata" aria-label="Audio" />
    default: {
      const name = say(media, 'filename') || file.fileName || 'Document'
      return (
        <a className="card card-document" href={url} download={name}>
          <Icon kind="document" />
          <span className="card-text">
            <strong>{name}</strong>
            <small>
              {kindName(name)} · {showSize(file.byteSize)}
            </small>
          </span>
        </a>
      )
    }
  }
}

/** PDF of `invoice.pdf`. */
function kindName(name: string): string {
  const extension = name.match(/\.(\w{1,5})$/)?.[1]
  return extension ? extension.toUpperCase() : 'File'
}
