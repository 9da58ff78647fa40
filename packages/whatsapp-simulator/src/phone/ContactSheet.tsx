import type { FormEvent } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { contactCard } from './contact-card.ts'
import { Sheet } from './Sheet.tsx'

export function ContactSheet(props: { context?: Message | undefined; onClose: () => void }) {
  const { context, onClose } = props
  const { send } = useChatActs()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const card = contactCard({ name: text('name'), phone: text('phone'), email: text('email') })
    if (await send({ type: 'contacts', contacts: [card] }, context)) onClose()
  }

  return (
    <Sheet title="Send a contact" onClose={onClose}>
      <form className="sheet-form" onSubmit={submit}>
        <label>
          Contact’s name
          <input name="name" required maxLength={100} defaultValue="Piotr Zieliński" />
        </label>
        <label>
          Contact’s phone
          <input name="phone" type="tel" required maxLength={30} defaultValue="+48 512 345 678" />
        </label>
        <label>
          Contact’s e-mail
          <input name="email" type="email" maxLength={200} placeholder="may stay empty" />
        </label>
        <button type="submit" className="primary">
          Send contact
        </button>
      </form>
    </Sheet>
  )
}
