import { type KeyboardEvent, useState } from 'react'
import type { Customer } from '../world/customer.ts'
import { simulator } from './simulator-client.ts'

const HOUR_MS = 3_600_000

type ComposerProps = {
  customer: Customer
  phoneNumberId: string
  hoursAgo: number | null
  onSent: () => void
}

export function Composer({ customer, phoneNumberId, hoursAgo, onSent }: ComposerProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function send() {
    if (!text.trim()) return
    const late = hoursAgo === null ? {} : { sentAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString() }
    try {
      await simulator.send({ customerId: customer.id, phoneNumberId, text, ...late })
      setText('')
      setProblem(null)
      onSent()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }

  function sendOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {problem && <p role="alert">{problem}</p>}
      {hoursAgo !== null && (
        <p className="composer-late">The next message carries a time {hoursAgo} hours ago.</p>
      )}
      <div className="composer-row">
        <textarea
          aria-label="Message"
          placeholder="Message"
          rows={1}
          value={text}
          maxLength={65_536}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <button type="submit" aria-label="Send" disabled={!text.trim()}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12h14M12 5l7 7-7 7" />
          </svg>
        </button>
      </div>
    </form>
  )
}
