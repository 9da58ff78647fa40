import type { z } from 'zod'
import type { Message } from '../world/message.ts'
import type { Store } from '../world/store.ts'
import type { messagesQuerySchema } from './sim-schemas.ts'

type MessagesQuery = z.infer<typeof messagesQuerySchema>

/** Messages in the order in which they came to be; `next` is the `after` of the page that follows, null on the last. */
export function pageOfMessages(
  { world, messages }: Store,
  { limit, after, ...wanted }: MessagesQuery,
): { items: readonly Message[]; next: number | null } {
  const entries = Object.entries(wanted)
  const isWanted = (message: Message) =>
    entries.every(([key, value]) => message[key as keyof typeof wanted] === value)
  if (wanted.callbackData !== undefined)
    return { items: messages.withCallbackData(wanted.callbackData).filter(isWanted), next: null }

  const items: Message[] = []
  for (let index = after; index < world.messages.length; index++) {
    const message = world.messages[index]!
    if (!isWanted(message)) continue
    if (items.length === limit) return { items, next: index }
    items.push(message)
  }
  return { items, next: null }
}
