import type { Message } from '../world/message.ts'

/** A message of a business is on the phone once the phone has received it. */
export function isOnPhone(message: Message): boolean {
  return message.direction === 'inbound' || message.status === 'delivered' || message.status === 'read'
}
