import { type ChangeEvent, useEffect, useState } from 'react'
import { Icon } from './cards.tsx'
import type { Kind } from './media-kinds.ts'
import { showSize } from './message-file.ts'

const ACCEPTED: Record<Kind, string> = {
  Photo: 'image/*',
  Video: 'video/mp4,video/3gpp',
  Document: '',
  'Voice message': 'audio/ogg',
  Audio: 'audio/*',
  Sticker: 'image/*',
}

const SAMPLES: Record<Kind, string> = {
  Photo: 'photo',
  Video: 'video',
  Document: 'document',
  'Voice message': 'voice',
  Audio: 'audio',
  Sticker: 'sticker',
}

type ChoiceProps = {
  kind: Kind
  file: File | null
  isMoving: boolean
  onChoose: (file: File | null) => void
}

/** What is going to be sent, shown before it leaves, and the way to another file. */
export function MediaChoice({ kind, file, isMoving, onChoose }: ChoiceProps) {
  const chosen = useAddressOf(file)
  const sample = isMoving && kind === 'Sticker' ? 'animated_sticker' : SAMPLES[kind]
  return (
    <div className="media-choice">
      <Preview kind={kind} url={file ? chosen : `/sim/samples/${sample}`} />
      <p className="hint">
        {file ? (
          <>
            <strong>{file.name}</strong> · {showSize(file.size)}
          </>
        ) : (
          'A sample, unless you choose a file of your own.'
        )}
      </p>
      <span className="row">
        <label className="quiet media-pick">
          Choose a file
          <input
            // Another kind takes other files, and the same file can be chosen again.
            key={kind}
            className="visually-hidden"
            type="file"
            accept={ACCEPTED[kind]}
            onChange={(event: ChangeEvent<HTMLInputElement>) => onChoose(event.target.files?.[0] ?? null)}
          />
        </label>
        {file && (
          <button type="button" className="quiet" onClick={() => onChoose(null)}>
            Take the sample
          </button>
        )}
      </span>
    </div>
  )
}

function Preview({ kind, url }: { kind: Kind; url: string | null }) {
  if (!url) return null
  if (kind === 'Photo' || kind === 'Sticker')
    return <img className={kind === 'Photo' ? 'media-picture' : 'media-sticker'} src={url} alt="" />
  // biome-ignore lint/a11y/useMediaCaption: a preview of somebody's own file
  if (kind === 'Video') return <video className="media-picture" src={url} controls aria-label="Preview" />
  if (kind === 'Document') return <Icon kind="document" />
  // biome-ignore lint/a11y/useMediaCaption: a preview of somebody's own file
  return <audio className="media-audio" src={url} controls aria-label="Preview" />
}

function useAddressOf(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return file ? address : null
}
