import type { Recipient } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type {
  OutboundContent,
  TemplateContent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content'

/** Meta takes up to 512 characters and gives them back in every status. */
export interface MessageAddress {
  recipient: Recipient
  callbackData: string
}

/** The body of `POST /{phone-number-id}/messages`. */
export function messageBody({ recipient, callbackData }: MessageAddress, content: OutboundContent) {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressee(recipient),
    biz_opaque_callback_data: callbackData,
    ...(content.type === 'text'
      ? { type: 'text', text: { body: content.text, preview_url: true } }
      : { type: 'template', template: templateBody(content) }),
  }
}

/**
 * A phone goes into `to` with its plus, else Meta puts the business's own country code in front. A user id goes
 * into `recipient` and never into `to`, which Meta answers with 131026.
 */
function addressee({ phone, userId }: Recipient): { to: string } | { recipient: string } {
  if (phone) return { to: phone }
  if (userId) return { recipient: userId }
  throw new Error('A message needs a phone or a user id to go to')
}

function templateBody({ name, language, parameters }: TemplateContent) {
  const components = (['header', 'body'] as const).flatMap((type) => {
    const values = Object.entries(parameters[type] ?? {})
    if (values.length === 0) return []
    return [{ type, parameters: sortPositions(values).map(([key, text]) => parameter(key, text)) }]
  })
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) }
}

/** Positional parameters are told apart by their order, named ones by their name. */
function parameter(key: string, text: string) {
  return isPosition(key) ? { type: 'text', text } : { type: 'text', parameter_name: key, text }
}

function sortPositions(values: [string, string][]): [string, string][] {
  return values.every(([key]) => isPosition(key)) ? values.sort(([a], [b]) => Number(a) - Number(b)) : values
}

function isPosition(key: string): boolean {
  return /^\d+$/.test(key)
}
