import type { NumberOwner } from '../accounts/account.ts'
import type { Simulation } from '../simulation.ts'
import { type Customer, personOfCrowd } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { writeDown } from './send-as-customer.ts'

/** So many texts in one delivery: of one customer, or each of somebody else of the crowd. */
export function burstOfCustomers(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer | null,
  count: number,
): Message[] {
  const written = Array.from({ length: count }, (_, index) => {
    const writer = customer ?? memberOfCrowd(simulation, index + 1)
    const content = { type: 'text' as const, body: `Message ${index + 1} of ${count}` }
    return writeDown(simulation, owner, writer, { content })
  })
  simulation.dispatcher.publishTogether(written.flatMap(({ event }) => event ?? []))
  return written.map(({ message }) => message)
}

function memberOfCrowd({ store }: Simulation, index: number): Customer {
  const person = personOfCrowd(index)
  const known = store.people.withId(person.id)
  if (known) return known
  store.world.customers.push(person)
  store.changed({ kind: 'customer', customer: person })
  return person
}
