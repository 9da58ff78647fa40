import { useEffect } from 'react'
import type { Message } from '../model/message.ts'
import type { AnyAttempt } from '../model/outbox.ts'

/** Lets go of accepted attempts once the message the server made of them is on screen. */
export function useSettledAttempts(
  attempts: AnyAttempt[],
  messages: Message[],
  discard: (key: string) => void,
): void {
  useEffect(() => {
    for (const attempt of attempts) {
      if (attempt.messageId && messages.some((message) => message.id === attempt.messageId))
        discard(attempt.key)
    }
  }, [attempts, messages, discard])
}
