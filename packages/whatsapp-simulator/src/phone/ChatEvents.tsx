import { type FormEvent, useState } from 'react'
import type { Customer } from '../world/customer.ts'
import { simulator } from './simulator-client.ts'

type EventsProps = { customer: Customer; number: { id: string; verifiedName: string } }

const BURST = 1000

/** What else can happen between this customer and the business whose chat is open. */
export function ChatEvents({ customer, number }: EventsProps) {
  const [said, setSaid] = useState<string | null>(null)
  const chat = { customerId: customer.id, phoneNumberId: number.id }
  const report = (act: Promise<unknown>, sentence: string) =>
    act.then(
      () => setSaid(sentence),
      (error: Error) => setSaid(error.message),
    )

  function writeBack(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const text = String(new FormData(form).get('echo') ?? '').trim()
    void report(
      simulator.writeOnBusinessPhone({ ...chat, text }).then(() => form.reset()),
      'Written on the business’s own phone.',
    )
  }

  return (
    <section>
      <h2>{number.verifiedName}</h2>
      <div className="row row-wrap">
        <button
          type="button"
          className="quiet"
          onClick={() =>
            void report(simulator.call({ ...chat, outcome: 'answered' }), 'Called and spoke for a minute.')
          }
        >
          Call
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() =>
            void report(simulator.call({ ...chat, outcome: 'missed' }), 'Called, nobody answered.')
          }
        >
          Missed call
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() =>
            void report(
              simulator.letHoursPass({ ...chat, hours: 24 }),
              'For Meta this chat is 24 hours older: its window is closed.',
            )
          }
        >
          Let 24 hours pass
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void report(simulator.changeUserId(chat), 'The customer has a new user id.')}
        >
          New user id
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void report(simulator.burst(number.id, BURST), '1,000 people wrote in one webhook.')}
        >
          Burst of 1,000
        </button>
      </div>
      <form className="add-echo" onSubmit={writeBack}>
        <label htmlFor="echo">Write on the business’s own phone</label>
        <span className="row">
          <input id="echo" name="echo" required maxLength={4096} autoComplete="off" />
          <button type="submit" className="quiet">
            Write
          </button>
        </span>
      </form>
      {said && (
        <p className="hint" role="status">
          {said}
        </p>
      )}
    </section>
  )
}
