import type { Customer, Meta, TrueMessage } from '../play/meta.ts'

/** Everything that was really written and sent, and by whom. */
export interface Truth {
  messages: TrueMessage[]
  /** By the simulator's id. */
  customers: Map<string, Customer>
}

export async function readTruth(meta: Meta): Promise<Truth> {
  const customers = new Map((await meta.customers()).map((customer) => [customer.id, customer]))
  return { messages: await meta.everyMessage(), customers }
}

/** Who is at the other end, by what a business knows of them: the phone, or the user name where there is none. */
export function personOf({ customers }: Truth, { customerId }: TrueMessage): string {
  const customer = customerId ? customers.get(customerId) : undefined
  return customer ? (customer.phone ?? `@${customer.username}`) : 'nobody'
}
