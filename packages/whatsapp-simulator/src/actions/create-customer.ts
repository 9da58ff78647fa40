import { randomInt, randomUUID } from 'node:crypto'
import { SimError } from '../sim/sim-error.ts'
import type { Simulation } from '../simulation.ts'
import { type Customer, usualHabits } from '../world/customer.ts'

// Enough to give a new person a believable user id; the rest of the world is US here.
const COUNTRY_BY_CALLING_CODE: [string, string][] = [
  ['+48', 'PL'],
  ['+49', 'DE'],
  ['+34', 'ES'],
  ['+44', 'GB'],
  ['+55', 'BR'],
  ['+91', 'IN'],
]

/** Adds a person with a phone, or with only a username (then the business never sees a number). Throws 409 for a taken phone. */
export function createCustomer(
  { store }: Simulation,
  input: { name: string; phone?: string | null | undefined; username?: string | null | undefined },
): Customer {
  const phone = input.phone ?? null
  const username = input.username ?? null
  const taken =
    (phone && store.people.withPhone(phone)) ||
    (username && store.world.customers.some((customer) => customer.username === username))
  if (taken) throw new SimError(409, 'taken', 'Somebody has this phone or username already.')
  const country = COUNTRY_BY_CALLING_CODE.find(([code]) => phone?.startsWith(code))?.[1] ?? 'US'
  const customer: Customer = {
    id: randomUUID(),
    name: input.name,
    phone,
    username,
    userId: newUserId(country),
    ...usualHabits,
    blockedNumbers: [],
  }
  store.world.customers.push(customer)
  store.changed({ kind: 'customer', customer })
  return customer
}

/** A business-scoped user id: the country's code, a dot, digits. */
export function newUserId(country: string): string {
  return `${country}.${randomInt(100_000_000_000_000, 281_000_000_000_000)}`
}
