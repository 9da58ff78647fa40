import type { Message, MessageStatus } from '../world/message.ts'

const ON_PHONE: MessageStatus[] = ['delivered', 'read', 'played']

/** A message of a business is on the phone once the phone has received it. */
export function isOnPhone(message: Message): boolean {
  return message.direction === 'inbound' || ON_PHONE.includes(message.status)
}
