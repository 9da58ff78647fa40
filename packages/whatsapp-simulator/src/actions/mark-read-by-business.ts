import { GraphError } from '../graph/graph-error.ts'
import type { ReadRequest } from '../rules/send-request.ts'
import { isoNow, type Simulation } from '../simulation.ts'

// Meta shows the typing indicator for so long, or until the answer comes.
const TYPING_MS = 25_000

/** The business's read receipt: this message of the customer and everything before it turns blue on the phone. */
export function markReadByBusiness(
  simulation: Simulation,
  phoneNumberId: string,
  request: ReadRequest,
): void {
  const { store, clock } = simulation
  const target = store.message(request.wamid)
  if (target?.direction !== 'inbound' || target.phoneNumberId !== phoneNumberId) {
    throw new GraphError(131009, { details: `Message with id ${request.wamid} does not exist.` })
  }
  const chat = target.customerId ? store.messages.ofChat(phoneNumberId, target.customerId) : [target]
  for (const message of chat) {
    if (message.direction !== 'inbound' || message.status === 'read') continue
    if (message.createdAt > target.createdAt) continue
    message.status = 'read'
    message.history.push({ status: 'read', at: isoNow(clock) })
    store.changed({ kind: 'message', message })
  }
  if (request.typing && target.customerId) {
    const until = new Date(clock.now() + TYPING_MS).toISOString()
    store.changed({ kind: 'typing', phoneNumberId, customerId: target.customerId, until })
  }
}
