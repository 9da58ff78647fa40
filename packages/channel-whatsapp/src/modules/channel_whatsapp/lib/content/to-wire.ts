import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { kindOf } from './kinds.ts'

/** Content in Meta's terms: `{type, [type]: …}`. */
export function toWire(content: OutboundContent): Record<string, unknown> {
  return { type: content.type, [content.type]: kindOf(content).wire(content) }
}
