import type { Clock } from '../clock.ts'
import type { Delivery } from '../world/delivery.ts'
import type { Store } from '../world/store.ts'

/** The business has it: the customer's own messages get their tick, and what was reported counts as told. */
export function settleDelivered(store: Store, delivery: Delivery, clock: Clock): void {
  for (const { wamid, status } of delivery.reports) {
    const step = store.message(wamid)?.history.find((one) => one.status === status)
    if (step) step.isTold = true
  }
  for (const wamid of delivery.inboundWamids) {
    const message = store.message(wamid)
    if (message?.status !== 'pending') continue
    message.status = 'acknowledged'
    message.history.push({ status: 'acknowledged', at: new Date(clock.now()).toISOString() })
    store.changed({ kind: 'message', message })
  }
}
