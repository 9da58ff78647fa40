import { createHash } from 'node:crypto'
import type { Portfolio } from '../accounts/account.ts'
import type { Customer } from './customer.ts'

/** The portfolio of the first default account, whose user ids are written down; those of others follow from them. */
export const HOME_PORTFOLIO = '910000000000001'

/** A person has another user id with every portfolio, and the same one with all accounts of it. */
export function userIdIn({ id }: Portfolio, { userId }: Customer): string {
  if (id === HOME_PORTFOLIO) return userId
  const [country] = userId.split('.')
  const digest = createHash('sha256').update(`${id}:${userId}`).digest()
  return `${country}.${100_000_000_000_000 + (digest.readUIntBE(0, 6) % 181_000_000_000_000)}`
}

/** The person as the businesses of a portfolio know them. */
export function knownIn(portfolio: Portfolio, customer: Customer): Customer {
  return { ...customer, userId: userIdIn(portfolio, customer) }
}
