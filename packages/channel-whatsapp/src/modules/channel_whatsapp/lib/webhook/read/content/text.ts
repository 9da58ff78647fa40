import type { TextContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/text'
import { z } from 'zod'

const text = z.compile(z.object({ body: z.string() }))

export function readText(part: unknown): TextContent | null {
  const { data } = text.safeParse(part)
  return data ? { type: 'text', text: data.body } : null
}
