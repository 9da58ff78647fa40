import { type Customer, isOfCrowd } from '../world/customer.ts'
import { AddPerson } from './AddPerson.tsx'
import { Avatar } from './Avatar.tsx'
import type { LiveWorld } from './live-world.ts'

/** Whose phone is in the hand. */
export function People(props: {
  world: LiveWorld
  customer: Customer
  onChoose: (customerId: string) => void
}) {
  const { world, customer, onChoose } = props
  const waiting = (id: string) =>
    world.messages.filter(
      (message) =>
        message.customerId === id && message.direction === 'outbound' && message.status === 'delivered',
    ).length
  const shown = world.customers.filter((person) => !isOfCrowd(person) || person.id === customer.id)
  const hidden = world.customers.length - shown.length
  return (
    <nav className="people" aria-label="Customers">
      <h1>Phones</h1>
      <p className="hint">Pick a customer and write to a business as they would.</p>
      <ul>
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="person"
              aria-current={person.id === customer.id ? 'true' : undefined}
              onClick={() => onChoose(person.id)}
            >
              <Avatar name={person.name} online={person.online} />
              <span className="person-text">
                <strong>{person.name}</strong>
                <small>{addressOf(person)}</small>
              </span>
              {waiting(person.id) > 0 && (
                <span className="badge">
                  {waiting(person.id)}
                  <span className="visually-hidden"> unread</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="hint">And {hidden} people of the crowd.</p>}
      <AddPerson onAdded={onChoose} />
    </nav>
  )
}

/** How businesses can reach somebody. */
function addressOf(person: Customer): string {
  if (person.phone && !person.phoneHidden) return person.phone
  return person.username ? `@${person.username} · no number shown` : 'no number any more'
}
