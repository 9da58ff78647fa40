import { GraphError } from '../graph/graph-error.ts'
import { targetObstacle } from '../rules/message-target.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import type { MessageContent } from '../world/message.ts'

type Chat = { phoneNumberId: string; customer: Customer | null }

/** What an answer quotes, and what a reaction or a pin is about, has to be a message of this chat. Throws 131009. */
export function checkQuoted(simulation: Simulation, wamid: string | null, chat: Chat): void {
  if (wamid) refuseUnfit(simulation, 'context', wamid, chat)
}

export function checkTarget(simulation: Simulation, content: MessageContent, chat: Chat): void {
  if (content.type !== 'reaction' && content.type !== 'pin') return
  refuseUnfit(simulation, content.type, String(content.payload.message_id), chat)
}

function refuseUnfit(
  { store, clock }: Simulation,
  kind: Parameters<typeof targetObstacle>[0],
  wamid: string,
  { phoneNumberId, customer }: Chat,
): void {
  const target = store.message(wamid)
  const inChat = target?.phoneNumberId === phoneNumberId && target.customerId === customer?.id
  const obstacle = targetObstacle(kind, inChat ? target : undefined, clock.now())
  if (obstacle) throw new GraphError(131009, { details: `Message with id ${wamid} ${obstacle}.` })
}
