import type { MessageContent, MessageStatus } from '../world/message.ts'

const LADDER: MessageStatus[] = ['accepted', 'sent', 'delivered', 'read', 'played']

export type Step = 'sent' | 'delivered' | 'read' | 'played'

/**
 * The steps an outbound message takes to reach `target`, none when it is already there or beyond.
 * A phone that opens a message has received it, so `read` takes `delivered` on its way, and `played` takes both.
 */
export function stepsTo(current: MessageStatus, target: Step): Step[] {
  const from = LADDER.indexOf(current)
  if (from < 0) return []
  return LADDER.slice(from + 1, LADDER.indexOf(target) + 1) as Step[]
}

/** Of what a business sends only a voice message is told to be played; other audio is read like everything else. */
export function canBePlayed(content: MessageContent): boolean {
  return content.type === 'audio' && content.payload.voice === true
}
