import type { Context } from 'hono'
import type { ZodType } from 'zod'
import { findNumber, type NumberOwner, type SimulatorAccount } from '../accounts/account.ts'
import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import { SimError } from './sim-error.ts'

/** The body as the schema wants it. Throws a ZodError, or 400 for anything but JSON. */
export async function readBody<T>(c: Context, schema: ZodType<T>): Promise<T> {
  // A form of another page cannot send JSON without asking first.
  if (!c.req.header('content-type')?.includes('application/json')) {
    throw new SimError(400, 'invalid_input', 'Send JSON with Content-Type: application/json.')
  }
  const body: unknown = await c.req.json().catch(() => undefined)
  return schema.parse(body)
}

/** Throws 404 where nobody has this id. */
export function customerOf({ store }: Simulation, id: string): Customer {
  const customer = store.people.withId(id)
  if (!customer) throw new SimError(404, 'not_found', 'There is no customer with this id.')
  return customer
}

/** Throws 404 where no business has this number. */
export function numberOf({ accounts }: Simulation, phoneNumberId: string): NumberOwner {
  const owner = findNumber(accounts, phoneNumberId)
  if (!owner) throw new SimError(404, 'not_found', 'There is no business number with this id.')
  return owner
}

/** Throws 404 where no business has this template. */
export function templateOf({ accounts }: Simulation, id: string): TemplateOwner {
  const owner = findTemplate(accounts, id)
  if (!owner) throw new SimError(404, 'not_found', 'There is no template with this id.')
  return owner
}

/** Throws 404 where no business has this account. */
export function accountOf({ accounts }: Simulation, wabaId: string): SimulatorAccount {
  const account = accounts.find((candidate) => candidate.wabaId === wabaId)
  if (!account) throw new SimError(404, 'not_found', 'There is no WhatsApp Business Account with this id.')
  return account
}
