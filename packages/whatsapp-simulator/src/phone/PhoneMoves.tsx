import type { FormEvent } from 'react'
import type { Customer } from '../world/customer.ts'
import { simulator } from './simulator-client.ts'

type MovesProps = { customer: Customer; attempt: (act: Promise<unknown>) => Promise<void> }

/** The number moves: this person gets another one, or somebody else gets this one. */
export function PhoneMoves({ customer, attempt }: MovesProps) {
  const submit = (act: (text: string) => Promise<unknown>) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const text = String(new FormData(form).get('text') ?? '').trim()
    void attempt(act(text).then(() => form.reset()))
  }
  return (
    <>
      <form className="add-echo" onSubmit={submit((phone) => simulator.changePhone(customer.id, phone))}>
        <label htmlFor="new-phone">Move to another number</label>
        <span className="row">
          <input
            id="new-phone"
            name="text"
            type="tel"
            required
            placeholder="+48 700 100 200"
            autoComplete="off"
          />
          <button type="submit" className="quiet">
            Move
          </button>
        </span>
        <small>Businesses of its chats are told of the number and of a new user id.</small>
      </form>
      {customer.phone && (
        <form className="add-echo" onSubmit={submit((name) => simulator.takeOverPhone(customer.id, name))}>
          <label htmlFor="taken-by">Somebody else gets this number</label>
          <span className="row">
            <input id="taken-by" name="text" required placeholder="Their name" autoComplete="off" />
            <button type="submit" className="quiet">
              Hand over
            </button>
          </span>
          <small>The same phone, another user id. Nobody is told.</small>
        </form>
      )}
    </>
  )
}
