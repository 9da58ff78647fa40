import type { FormEvent } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { Sheet } from './Sheet.tsx'

/** Changes the words of a text that was sent. */
export function EditSheet(props: { message: Message; words: string; onClose: () => void }) {
  const { message, words, onClose } = props
  const { send } = useChatActs()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    const edit = { original_message_id: message.wamid, message: { type: 'text' as const, text: { body } } }
    if (body === words || (await send({ type: 'edit', edit }))) onClose()
  }

  return (
    <Sheet title="Edit the message" onClose={onClose}>
      <form className="sheet-form" onSubmit={submit}>
        <label>
          What it says now
          <textarea name="words" required rows={3} maxLength={4096} defaultValue={words} />
        </label>
        <button type="submit" className="primary">
          Change
        </button>
      </form>
    </Sheet>
  )
}
