import type { ConversationPolicy } from './conversation.ts'
import { mayLeave } from './mayLeave.ts'
import { isSentContent, type Message } from './message.ts'

/** The time from which a failed message may go out again, where that is still ahead. `now` in milliseconds. */
export function resendFrom(message: Message, now: number): string | null {
  const from = message.error?.resend
  return from && from !== 'never' && Date.parse(from) > now ? from : null
}

/** Whether the same content may be asked for once more, now. */
export function mayResend(message: Message, policy: ConversationPolicy, now: number): boolean {
  if (!isSentContent(message.content)) return false
  if (message.error?.resend === 'never' || resendFrom(message, now)) return false
  const { purpose } = message
  const isTemplate = message.content.type === 'template'
  // By hand it would go out as an answer, which is not what it was.
  if (!isTemplate) return (purpose === null || purpose === 'service') && mayLeave(policy.freeForm)
  return mayLeave(policy[purpose === null || purpose === 'service' ? 'utility' : purpose])
}
