import { type FormEvent, useEffect, useState } from 'react'
import type { InboundContentInput } from '../sim/inbound-content.ts'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { MediaChoice } from './MediaChoice.tsx'
import { KINDS, type Kind } from './media-kinds.ts'
import { asPhoto, asSticker } from './phone-picture.ts'
import { Sheet } from './Sheet.tsx'

/** Sends a file of this machine, or a sample where none is chosen. */
export function MediaSheet(props: { context?: Message | undefined; onClose: () => void }) {
  const { context, onClose } = props
  const { send, giveFile } = useChatActs()
  const [kind, setKind] = useState<Kind>('Photo')
  const [file, setFile] = useState<File | null>(null)
  const [isMoving, setMoving] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const hasCaption = kind === 'Photo' || kind === 'Video' || kind === 'Document'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is chosen for one kind
  useEffect(() => {
    setFile(null)
    setProblem(null)
  }, [kind])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const caption = String(new FormData(event.currentTarget).get('caption') ?? '').trim()
    setSending(true)
    try {
      const id = file ? await giveFile(await asSent(kind, file)) : undefined
      const content = mediaContent(kind, { id, caption, isMoving })
      if (id !== null && (await send(content, context))) onClose()
    } catch (error) {
      setProblem(`This file cannot be sent so. ${(error as Error).message}`)
    } finally {
      setSending(false)
    }
  }

  return (
    <Sheet title="Send a file" onClose={onClose}>
      <fieldset className="chips">
        <legend className="visually-hidden">Kind of file</legend>
        {KINDS.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {one}
          </button>
        ))}
      </fieldset>
      <form className="sheet-form" onSubmit={submit}>
        <MediaChoice kind={kind} file={file} isMoving={isMoving} onChoose={setFile} />
        {kind === 'Sticker' && !file && (
          <label className="switch">
            <input type="checkbox" checked={isMoving} onChange={(event) => setMoving(event.target.checked)} />
            One that moves
          </label>
        )}
        {hasCaption && (
          <label>
            Caption
            <input name="caption" maxLength={1024} placeholder="may stay empty" />
          </label>
        )}
        {problem && <p role="alert">{problem}</p>}
        <button type="submit" className="primary" disabled={isSending}>
          {isSending ? 'Sending…' : `Send ${kind.toLowerCase()}`}
        </button>
      </form>
    </Sheet>
  )
}

function asSent(kind: Kind, file: File): Promise<File> | File {
  if (kind === 'Photo') return asPhoto(file)
  return kind === 'Sticker' ? asSticker(file) : file
}

function mediaContent(
  kind: Kind,
  given: { id: string | null | undefined; caption: string; isMoving: boolean },
): InboundContentInput {
  const file = given.id ? { id: given.id } : {}
  const caption = given.caption ? { caption: given.caption } : {}
  switch (kind) {
    case 'Photo':
      return { type: 'image', image: { ...file, ...caption } }
    case 'Video':
      return { type: 'video', video: { ...file, ...caption } }
    case 'Document':
      return { type: 'document', document: { ...file, ...caption } }
    case 'Voice message':
      return { type: 'audio', audio: { ...file, voice: true } }
    case 'Audio':
      return { type: 'audio', audio: file }
    case 'Sticker':
      return { type: 'sticker', sticker: given.id ? file : { animated: given.isMoving } }
  }
}
