import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { readContent } from './content/read-content.ts'
import { message, type WebhookMessage } from './message.ts'
import { readContext } from './message-context.ts'
import type { WebhookError } from './webhook-error.ts'

export interface ReadMessage {
  said: WebhookMessage
  content: MessageContent
}

/**
 * A message of whatever kind; null for what is none.
 *
 * @param besideIt errors that stand beside the message instead of in it
 */
export function readMessage(raw: unknown, besideIt: WebhookError[] = []): ReadMessage | null {
  const { success, data: said } = message.safeParse(raw)
  if (!success) return null
  const reason = said.errors?.[0] ?? besideIt[0] ?? null
  const content = readContent(said, raw as Record<string, unknown>, reason)
  return content && { said, content }
}

/** What a message event takes over from the message as it is. */
export function factsOf({ said, content }: ReadMessage) {
  return {
    externalMessageId: said.id,
    sentAt: said.timestamp,
    content,
    context: readContext(said),
    replyToExternalId: said.context?.id ?? null,
  }
}
