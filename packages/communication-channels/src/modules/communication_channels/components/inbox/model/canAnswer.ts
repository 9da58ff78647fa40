import type { Message } from './message.ts'

const arrived = new Set(['sent', 'delivered', 'read', 'played'])
const standsAlone = new Set(['system', 'call', 'revoked', 'revoke', 'reaction', 'edit'])

/** Whether a message can be quoted or reacted to: the other side has it, and it is one somebody said. */
export function canAnswer({ direction, status, content }: Message): boolean {
  return !standsAlone.has(content.type) && (direction === 'inbound' || arrived.has(status ?? ''))
}
