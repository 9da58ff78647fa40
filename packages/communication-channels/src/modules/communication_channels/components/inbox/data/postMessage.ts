import type { Message } from '../model/message.ts'
import type { SendRequest } from '../model/outbox.ts'
import { post } from './request.ts'

/** Asks the hub to send; `key` makes sure that it sends once, however often it is asked. Throws RequestFailed. */
export async function postMessage(
  conversationId: string,
  { content, replyToMessageId, scheduledAt, fallbackText }: SendRequest,
  key: string,
): Promise<Message> {
  const path = `/conversations/${encodeURIComponent(conversationId)}/messages`
  const body = {
    content,
    ...(replyToMessageId ? { replyToMessageId } : {}),
    ...(scheduledAt ? { scheduledAt } : {}),
    ...(fallbackText ? { fallbackText } : {}),
  }
  return (await post<{ message: Message }>(path, body, { 'Idempotency-Key': key })).message
}
