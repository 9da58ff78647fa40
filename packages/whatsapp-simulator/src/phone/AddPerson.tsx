import { type FormEvent, useState } from 'react'
import { simulator } from './simulator-client.ts'

export function AddPerson({ onAdded }: { onAdded: (customerId: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    try {
      const person = { name: text('name'), phone: text('phone') || null, username: text('username') || null }
      const { customer } = await simulator.addCustomer(person)
      setOpen(false)
      setProblem(null)
      onAdded(customer.id)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }

  if (!isOpen) {
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        + Add a customer
      </button>
    )
  }
  return (
    <form className="add-person" onSubmit={add}>
      <label>
        Name
        <input name="name" required maxLength={100} autoComplete="off" />
      </label>
      <label>
        Phone with country code
        <input name="phone" type="tel" placeholder="+48 600 700 800" autoComplete="off" />
      </label>
      <label>
        Username, instead of or beside the phone
        <input name="username" placeholder="maria.n" autoComplete="off" />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div className="row">
        <button type="submit">Add</button>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
