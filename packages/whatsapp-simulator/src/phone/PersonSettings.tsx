import { type FormEvent, useState } from 'react'
import type { Customer } from '../world/customer.ts'
import { PhoneMoves } from './PhoneMoves.tsx'
import { simulator } from './simulator-client.ts'

type SettingsProps = { customer: Customer; number: { id: string; verifiedName: string } | null }

/** How this person uses WhatsApp. Only stopping marketing inside a chat is told to that business. */
export function PersonSettings({ customer, number }: SettingsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = (act: Promise<unknown>) =>
    act.then(
      () => setProblem(null),
      (error: Error) => setProblem(error.message),
    )
  const change = (what: Parameters<typeof simulator.changeCustomer>[1]) =>
    void attempt(simulator.changeCustomer(customer.id, what))

  function saveUsername(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const username = String(new FormData(event.currentTarget).get('username') ?? '').trim()
    change({ username: username || null })
  }
  function stopMarketing(stopped: boolean) {
    if (!number) return change({ marketingStopped: stopped })
    const chat = { customerId: customer.id, phoneNumberId: number.id }
    void attempt(simulator.setMarketing({ ...chat, value: stopped ? 'stop' : 'resume' }))
  }

  return (
    <section>
      <h2>{customer.name}</h2>
      <form className="inline-field" key={customer.username} onSubmit={saveUsername}>
        <label htmlFor="username">Username</label>
        <span className="row">
          <input
            id="username"
            name="username"
            className="username"
            defaultValue={customer.username ?? ''}
            placeholder="none"
            autoComplete="off"
          />
          <button type="submit" className="quiet">
            Save
          </button>
        </span>
      </form>
      <label className="switch">
        <input
          type="checkbox"
          checked={customer.phoneHidden}
          disabled={!customer.phone || !customer.username}
          onChange={(event) => change({ phoneHidden: event.target.checked })}
        />
        Hide the phone number
        <small>
          {customer.phone
            ? 'Businesses see the user id and the username only. Needs a username.'
            : 'This person has no number anyway.'}
        </small>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={customer.marketingStopped}
          onChange={(event) => stopMarketing(event.target.checked)}
        />
        Marketing stopped
        <small>Marketing templates fail with 131050. The business whose chat is open is told.</small>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={customer.oldClient}
          onChange={(event) => change({ oldClient: event.target.checked })}
        />
        Old WhatsApp
        <small>Templates and messages with buttons fail with 131026.</small>
      </label>
      <PhoneMoves customer={customer} attempt={attempt} />
      <p className="hint">
        User id {customer.userId}
        <br />
        as Acme Outdoor’s portfolio knows it; every portfolio has another one.
      </p>
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
