import type { TextContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/text'
import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'
import { words } from './limits.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export const text: ContentKind<TextContent> = {
  limits: z.object({ text: words('The text', 4096) }),
  wire: ({ text, hasLinkPreview }) => ({ body: text, preview_url: hasLinkPreview !== false }),
}
