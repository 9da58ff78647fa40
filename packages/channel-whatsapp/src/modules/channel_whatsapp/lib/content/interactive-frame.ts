import type { InteractiveHeader } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/interactive'
import { z } from 'zod'
import { words } from './limits.ts'
import { wireFile } from './media.ts'

/** What is around the action of an interactive message. Only a header of text has a limit. */
const header = z.looseObject({ type: z.string(), text: words('The header', 60).optional() })
const footer = words('The footer', 60).optional()

export const bodyText = (max = 1024) => words('The text', max)
export const buttonLabel = words('The text of the button', 20)

/** @param bodyMax how long the body may be, in characters */
export const framed = (bodyMax = 1024) => ({ header: header.optional(), body: bodyText(bodyMax), footer })
export const withoutHeader = { body: bodyText(), footer }

interface Frame {
  header?: InteractiveHeader | undefined
  body?: string | undefined
  footer?: string | undefined
}

export function wireFrame({ header, body, footer }: Frame) {
  return {
    ...(header ? { header: wireHeader(header) } : {}),
    ...(body ? { body: { text: body } } : {}),
    ...(footer ? { footer: { text: footer } } : {}),
  }
}

export function wireHeader(header: InteractiveHeader): Record<string, unknown> {
  if (header.type === 'text') return header
  const filename = header.type === 'document' && header.filename ? { filename: header.filename } : {}
  return { type: header.type, [header.type]: { ...wireFile(header.media), ...filename } }
}
