import type { NumberOwner } from '../accounts/account.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { unixTime } from '../webhooks/contact-payload.ts'
import { listedEvent } from '../webhooks/listed-event.ts'
import { type Customer, waId } from '../world/customer.ts'
import { userIdIn } from '../world/user-id.ts'

/** The customer stops a business's marketing in its chat, or takes it up again; the business is told. */
export function setMarketing(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  value: 'stop' | 'resume',
): void {
  customer.marketingStopped = value === 'stop'
  simulation.store.changed({ kind: 'customer', customer })
  const phone = waId(customer)
  const item = {
    ...(phone ? { wa_id: phone } : {}),
    user_id: userIdIn(owner.account.portfolio, customer),
    detail: `User requested to ${value} marketing messages`,
    category: 'marketing_messages',
    value,
    timestamp: unixTime(isoNow(simulation.clock)),
  }
  simulation.dispatcher.publish(listedEvent(owner, 'user_preferences', customer, item))
}
