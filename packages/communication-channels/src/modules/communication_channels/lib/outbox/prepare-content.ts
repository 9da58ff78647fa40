import type { PrepareContentInput } from '../adapter/send-content.ts'
import type { OutboundContent } from '../content/message-content.ts'
import { ChannelError } from '../errors.ts'
import type { QueueContext, SendTarget } from './send-target.ts'

/** A reaction comes with the provider's id of its message already. */
export type Preparable = PrepareContentInput['content']

/**
 * A message as it will leave.
 *
 * @throws ChannelError 422 for what the provider would refuse
 */
export async function prepareContent(
  { scope, resolve }: Pick<QueueContext, 'scope' | 'resolve'>,
  { adapter, channel, recipient }: Pick<SendTarget, 'adapter' | 'channel' | 'recipient'>,
  content: Preparable,
): Promise<OutboundContent> {
  if (adapter.prepareContent) return adapter.prepareContent({ scope, resolve, channel, recipient, content })
  if (content.type === 'text') return content
  throw new ChannelError(422, 'content_unsupported', 'This channel sends text alone.', 'Write text instead.')
}
