import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { type BlockProblem, blockProblem } from '../rules/block-list.ts'
import { callingCodeOf, readRecipientPhone } from '../rules/phone-number.ts'
import { isWindowOpen, windowKey } from '../rules/window.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import { userIdIn } from '../world/user-id.ts'

/** Somebody as the business names them, and as Meta names them back. */
export type BlockEntry = { user: string } | { user_id: string }
export type Named = { input: string; wa_id?: string; user_id?: string }
export type Failed = Named & { problem: BlockProblem }

const SELF: BlockProblem = {
  code: 131021,
  message: 'Self Block',
  details: 'Failed to block self phone number.',
}

/** A business blocks people on one number of its: they cannot write to it, and it cannot write to them. */
export function blockUsers(
  simulation: Simulation,
  owner: NumberOwner,
  entries: BlockEntry[],
): { done: Named[]; failed: Failed[] } {
  const done: Named[] = []
  const failed: Failed[] = []
  let listed = blockedUsers(simulation, owner).length
  for (const entry of entries) {
    const customer = findUser(simulation, owner, entry)
    const named = nameOf(owner, entry, customer)
    const isBlocked = customer !== null && isBlockedBy(owner, customer)
    const isWindowOpen = customer !== null && hasWritten(simulation, owner.number.id, customer)
    const problem = isOwnNumber(owner, entry) ? SELF : blockProblem({ isBlocked, isWindowOpen, listed })
    if (problem) failed.push({ ...named, problem })
    else done.push(named)
    if (problem || isBlocked || !customer) continue
    listed += 1
    customer.blockedBy = [...customer.blockedBy, owner.number.id]
    simulation.store.changed({ kind: 'customer', customer })
  }
  return { done, failed }
}

/** Whoever was not blocked is not blocked afterwards either. */
export function unblockUsers(simulation: Simulation, owner: NumberOwner, entries: BlockEntry[]): Named[] {
  return entries.map((entry) => {
    const customer = findUser(simulation, owner, entry)
    if (customer) {
      customer.blockedBy = customer.blockedBy.filter((id) => id !== owner.number.id)
      simulation.store.changed({ kind: 'customer', customer })
    }
    return nameOf(owner, entry, customer)
  })
}

export function blockedUsers({ store }: Simulation, owner: NumberOwner): Customer[] {
  return store.world.customers.filter((customer) => isBlockedBy(owner, customer))
}

export function isBlockedBy({ number }: NumberOwner, { blockedBy }: Customer): boolean {
  return blockedBy.includes(number.id)
}

function hasWritten({ store, clock }: Simulation, phoneNumberId: string, customer: Customer): boolean {
  return isWindowOpen(store.world.lastInboundAt[windowKey(phoneNumberId, customer.id)], clock.now())
}

function findUser({ store }: Simulation, owner: NumberOwner, entry: BlockEntry): Customer | null {
  const { people } = store
  if ('user_id' in entry) return people.withUserId(owner.account.portfolio, entry.user_id) ?? null
  const known = (phone: string) => people.withPhone(phone) !== undefined
  const phone = readRecipientPhone(entry.user, callingCodeOf(owner.number.displayPhoneNumber), known)
  return (phone && people.withPhone(phone)) || null
}

function isOwnNumber({ number }: NumberOwner, entry: BlockEntry): boolean {
  return 'user' in entry && digitsOf(entry.user) === digitsOf(number.displayPhoneNumber)
}

function nameOf({ account }: NumberOwner, entry: BlockEntry, customer: Customer | null): Named {
  if ('user_id' in entry) {
    return { input: entry.user_id, ...(customer ? { user_id: userIdIn(account.portfolio, customer) } : {}) }
  }
  return { input: entry.user, ...(customer?.phone ? { wa_id: customer.phone.slice(1) } : {}) }
}
