import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { MessageEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'

/** What others say about one event, in the words of their index. */
export type Facts = Record<string, unknown>

/** What we make of a fact that others name so. Each has to be found, and to be the same. */
export type Reading<E> = Record<string, (event: E, expected: unknown) => unknown>

/** For facts that we have no use for, and so do not keep; why stands beside each. */
export const notKept = (_: unknown, expected: unknown) => expected

/** The content of a message that has to be of this type. Throws where it is another. */
export function of<T extends MessageContent['type']>(type: T, { content }: MessageEvent) {
  if (content.type !== type) throw new Error(`It is no ${type} but ${content.type}.`)
  return content as Extract<MessageContent, { type: T }>
}

/** A time as a webhook writes it. */
export function inSeconds(time: Date): string {
  return String(time.getTime() / 1000)
}
