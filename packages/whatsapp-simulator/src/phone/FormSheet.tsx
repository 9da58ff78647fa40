import type { FormEvent } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { Sheet } from './Sheet.tsx'

const FLOW_FIELDS = [
  ['full_name', 'Full name', 'text'],
  ['email', 'E-mail', 'email'],
  ['preferred_date', 'Preferred date', 'date'],
  ['comment', 'Comment', 'text'],
] as const
const ADDRESS_FIELDS = [
  ['name', 'Name', 'text'],
  ['address', 'Street and number', 'text'],
  ['city', 'City', 'text'],
  ['in_pin_code', 'Pin code', 'text'],
] as const

/** Stands in for any flow: its screens are not imitated, its answer is. */
export function FormSheet(props: { context: Message; name: string; token: string; onClose: () => void }) {
  const { context, name, token, onClose } = props
  const { customer, send } = useChatActs()
  const isAddress = name === 'address_message'
  const fields = isAddress ? ADDRESS_FIELDS : FLOW_FIELDS

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const answers: Record<string, string> = {}
    for (const [key] of fields) {
      const value = String(form.get(key) ?? '').trim()
      if (value) answers[key] = value
    }
    const values = isAddress ? { values: answers } : answers
    const response_json = JSON.stringify({ ...values, ...(token ? { flow_token: token } : {}) })
    const nfm_reply = { name, body: 'Sent', response_json }
    if (await send({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } }, context)) onClose()
  }

  return (
    <Sheet title={isAddress ? 'Your address' : 'Fill in the form'} onClose={onClose}>
      <form className="sheet-form" onSubmit={submit}>
        {fields.map(([key, label, type], index) => (
          <label key={key}>
            {label}
            <input name={key} type={type} defaultValue={index === 0 ? customer.name : ''} maxLength={300} />
          </label>
        ))}
        <button type="submit" className="primary">
          Send form
        </button>
      </form>
    </Sheet>
  )
}
