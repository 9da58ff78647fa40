import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { knownError } from '../graph/error-catalogue.ts'
import type { Simulation } from '../simulation.ts'
import { unixSeconds } from '../webhooks/contact-payload.ts'
import { listedEvent } from '../webhooks/listed-event.ts'
import { wireContent } from '../webhooks/wire-content.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { userIdIn } from '../world/user-id.ts'
import type { ContentWithFiles } from './attach-file.ts'
import { writtenOnPhone } from './write-on-business-phone.ts'

export type PastMessage = ContentWithFiles & {
  from: 'customer' | 'business'
  sentAt: string
  status: string
}
export type PastThread = { customer: Customer; messages: PastMessage[] }
export type Progress = { phase: number; chunk_order: number; progress: number }

/** What the business's phone had before it was connected: told in one piece, without opening any window. */
export function shareHistory(
  simulation: Simulation,
  owner: NumberOwner,
  metadata: Progress,
  threads: PastThread[],
): Message[] {
  const told: Message[] = []
  const list = threads.map(({ customer, messages }) => ({
    id: waId(customer) ?? userIdIn(owner.account.portfolio, customer),
    messages: messages.map((past) => {
      const message = rememberedAs(owner, customer, past)
      simulation.store.addMessage(message)
      told.push(message)
      return {
        ...addresses(owner, customer, past.from),
        id: message.wamid,
        timestamp: unixSeconds(past.sentAt),
        ...wireContent(past.content),
        history_context: { status: past.status },
      }
    }),
  }))
  simulation.dispatcher.publish(listedEvent(owner, 'history', null, { metadata, threads: list }))
  return told
}

const DECLINED = 2593109

/** The business keeps its history to itself. */
export function declineHistory(simulation: Simulation, owner: NumberOwner): void {
  const { title, details } = knownError(DECLINED)
  const error = { code: DECLINED, title, message: title, error_data: { details } }
  simulation.dispatcher.publish(listedEvent(owner, 'history', null, { errors: [error] }))
}

function addresses(owner: NumberOwner, customer: Customer, from: PastMessage['from']) {
  const phone = waId(customer)
  const userId = userIdIn(owner.account.portfolio, customer)
  if (from === 'customer') return { ...(phone ? { from: phone } : {}), from_user_id: userId }
  return {
    from: digitsOf(owner.number.displayPhoneNumber),
    ...(phone ? { to: phone } : {}),
    to_user_id: userId,
  }
}

function rememberedAs(owner: NumberOwner, customer: Customer, past: PastMessage): Message {
  const message = writtenOnPhone(owner, customer, past, past.sentAt)
  return past.from === 'business' ? message : { ...message, direction: 'inbound', recipient: null }
}
