import { type FormEvent, useState } from 'react'
import type { InboundContentInput } from '../sim/inbound-content.ts'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { Sheet } from './Sheet.tsx'

const KINDS = ['Photo', 'Video', 'Document', 'Voice message', 'Sticker'] as const
type Kind = (typeof KINDS)[number]

/** Only the message travels: the file itself is not imitated yet. */
export function MediaSheet(props: { context?: Message | undefined; onClose: () => void }) {
  const { context, onClose } = props
  const { send } = useChatActs()
  const [kind, setKind] = useState<Kind>('Photo')
  const hasCaption = kind === 'Photo' || kind === 'Video' || kind === 'Document'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const caption = String(form.get('caption') ?? '').trim()
    const filename = String(form.get('filename') ?? '').trim()
    if (await send(mediaContent(kind, caption, filename), context)) onClose()
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
        {kind === 'Document' && (
          <label>
            File name
            <input name="filename" required maxLength={200} defaultValue="invoice.pdf" />
          </label>
        )}
        {hasCaption && (
          <label>
            Caption
            <input name="caption" maxLength={1024} placeholder="may stay empty" />
          </label>
        )}
        <p className="hint">
          The business is told of the file; it cannot be downloaded from the simulator yet.
        </p>
        <button type="submit" className="primary">
          Send {kind.toLowerCase()}
        </button>
      </form>
    </Sheet>
  )
}

function mediaContent(kind: Kind, text: string, filename: string): InboundContentInput {
  const caption = text ? { caption: text } : {}
  switch (kind) {
    case 'Photo':
      return { type: 'image', image: caption }
    case 'Video':
      return { type: 'video', video: caption }
    case 'Document':
      return { type: 'document', document: { ...caption, filename } }
    case 'Voice message':
      return { type: 'audio', audio: { voice: true } }
    case 'Sticker':
      return { type: 'sticker', sticker: {} }
  }
}
