import type {
  OutboundContent,
  OutboundRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { kindOf } from './kinds.ts'

/**
 * Checks content against Meta's limits before it is queued, so that a person hears of it at once and by the field.
 *
 * @throws ChannelError 422 `content_invalid`; its `fieldErrors` have paths like `content.buttons.0.title`
 */
export function checkContent(content: OutboundContent | OutboundRequest): void {
  const checked = kindOf(content).limits.safeParse(content)
  if (checked.success) return
  const fieldErrors: Record<string, string> = {}
  for (const { path, message } of checked.error.issues) {
    fieldErrors[['content', ...path].join('.')] ??= message
  }
  throw new ChannelError(
    422,
    'content_invalid',
    Object.values(fieldErrors).join(' '),
    'Change what is named, and send it again.',
    { fieldErrors },
  )
}
