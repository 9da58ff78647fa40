import type { Portfolio } from '../accounts/account.ts'
import type { Customer } from './customer.ts'
import { userIdIn } from './user-id.ts'
import type { World } from './world.ts'

/** People by what they are asked for by. */
export type CustomerIndex = {
  /** To be called when somebody came, left or changed. */
  forget(): void
  withId(id: string): Customer | undefined
  withPhone(phone: string): Customer | undefined
  withUserId(portfolio: Portfolio, userId: string): Customer | undefined
}

/** Made anew at the first question after a change: people change seldom and are asked for with every message. */
export function createCustomerIndex(world: World): CustomerIndex {
  const maps = new Map<string, Map<string, Customer>>()

  function by(name: string, keyOf: (customer: Customer) => string | null): Map<string, Customer> {
    let map = maps.get(name)
    if (!map) {
      map = new Map()
      for (const customer of world.customers) {
        const key = keyOf(customer)
        if (key !== null && !map.has(key)) map.set(key, customer)
      }
      maps.set(name, map)
    }
    return map
  }

  return {
    forget: () => maps.clear(),
    withId: (id) => by('id', (customer) => customer.id).get(id),
    withPhone: (phone) => by('phone', (customer) => customer.phone).get(phone),
    withUserId: (portfolio, userId) =>
      by(`user id in ${portfolio.id}`, (customer) => userIdIn(portfolio, customer)).get(userId),
  }
}
