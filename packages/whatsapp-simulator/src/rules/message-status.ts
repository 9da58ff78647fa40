import type { MessageStatus } from '../world/message.ts'

const LADDER: MessageStatus[] = ['accepted', 'sent', 'delivered', 'read']

/**
 * The steps an outbound message takes to reach `target`, none when it is already there or beyond.
 * A phone that opens a message has received it, so `read` takes `delivered` on its way.
 */
export function stepsTo(
  current: MessageStatus,
  target: 'sent' | 'delivered' | 'read',
): ('sent' | 'delivered' | 'read')[] {
  const from = LADDER.indexOf(current)
  if (from < 0) return []
  return LADDER.slice(from + 1, LADDER.indexOf(target) + 1) as ('sent' | 'delivered' | 'read')[]
}
