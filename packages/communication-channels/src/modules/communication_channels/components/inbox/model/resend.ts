import type { Decision } from './conversation.ts'
import { isSentContent, type Message } from './message.ts'

type Policy = { freeForm: Decision; template: Decision }

/** The time from which a failed message may go out again, where that is still ahead. `now` in milliseconds. */
export function resendFrom(message: Message, now: number): string | null {
  const from = message.error?.resend
  return from && from !== 'never' && Date.parse(from) > now ? from : null
}

/** Whether the same content may be asked for once more, now. */
export function mayResend(message: Message, policy: Policy, now: number): boolean {
  if (!isSentContent(message.content)) return false
  if (message.error?.resend === 'never' || resendFrom(message, now)) return false
  return (message.content.type === 'template' ? policy.template : policy.freeForm).outcome === 'allow'
}
