import { GraphError } from '../graph/graph-error.ts'
import { targetObstacle } from '../rules/message-target.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import type { MessageContent } from '../world/message.ts'

/** A reaction and a pin are about a message of the same chat. Throws 131009 when it cannot be that one. */
export function checkTarget(
  { store, clock }: Simulation,
  content: MessageContent,
  phoneNumberId: string,
  customer: Customer | null,
): void {
  if (content.type !== 'reaction' && content.type !== 'pin') return
  const wamid = String(content.payload.message_id)
  const target = store.message(wamid)
  const inChat = target?.phoneNumberId === phoneNumberId && target.customerId === customer?.id
  const obstacle = targetObstacle(content.type, inChat ? target : undefined, clock.now())
  if (obstacle) throw new GraphError(131009, { details: `Message with id ${wamid} ${obstacle}.` })
}
