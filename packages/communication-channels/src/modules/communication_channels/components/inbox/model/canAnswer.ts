import { ARRIVED, NOTHING_SAID } from '../../../lib/content/kinds.ts'
import type { Message } from './message.ts'

/** Whether a message can be quoted or reacted to: the other side has it, and it is one somebody said. */
export function canAnswer({ direction, status, content }: Message): boolean {
  if (content.type === 'revoked' || NOTHING_SAID.includes(content.type)) return false
  return direction === 'inbound' || ARRIVED.includes(status ?? '')
}
