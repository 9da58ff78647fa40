import { randomInt } from 'node:crypto'
import { digitsOf, type SimulatorAccount } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import type { Simulation } from '../simulation.ts'

/** A portfolio whose business is verified, or that has a limit of 2,000 customers, may have so many. */
const NUMBERS_OF_PORTFOLIO = 20

/** Adds a number that is neither verified nor registered yet; returns its id. Throws for one that somebody has. */
export function addNumber(
  { accounts, store }: Simulation,
  account: SimulatorAccount,
  given: { callingCode: string; national: string; verifiedName: string },
): string {
  const { callingCode, national, verifiedName } = given
  const digits = callingCode + national
  const numbers = accounts.flatMap((one) => one.numbers)
  const isTaken = numbers.some((number) => digitsOf(number.displayPhoneNumber) === digits)
  if (isTaken || store.world.customers.some((customer) => customer.phone === `+${digits}`)) {
    throw new GraphError(100, {
      title: 'Phone number is already registered with WhatsApp Business',
      httpStatus: 409,
    })
  }
  const ofPortfolio = accounts.filter((one) => one.portfolio.id === account.portfolio.id)
  if (ofPortfolio.flatMap((one) => one.numbers).length >= NUMBERS_OF_PORTFOLIO)
    throw new GraphError(200, { title: 'Phone number limit exceeded for this WhatsApp Business Account' })
  const id = String(randomInt(230_000_000_000_000, 240_000_000_000_000))
  store.world.addedNumbers.push({
    wabaId: account.wabaId,
    id,
    displayPhoneNumber: `+${callingCode} ${national.replace(/(\d{3})(?=\d)/g, '$1 ')}`,
    verifiedName,
    state: {
      isRegistered: false,
      codeVerificationStatus: 'NOT_VERIFIED',
      qualityRating: 'UNKNOWN',
      messagingLimit: 'TIER_250',
      nameStatus: 'PENDING_REVIEW',
    },
  })
  store.changed({ kind: 'subscriptions' })
  return id
}
