import { interactiveSchemas } from './wire-interactive.ts'
import { caption, closed, file, filename, listOf, location, only, type Schema, text } from './wire-parts.ts'

import { templateSchema } from './wire-templates.ts'

const card = closed({
  name: closed({
    formatted_name: text(),
    'first_name?': text(),
    'last_name?': text(),
    'middle_name?': text(),
    'prefix?': text(),
    'suffix?': text(),
  }),
  'birthday?': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  'phones?': {
    type: 'array',
    items: closed({
      phone: text(),
      'type?': text(),
      'wa_id?': { type: 'string', pattern: '^\\d+$' },
    }),
  },
  'emails?': { type: 'array', items: closed({ email: text(), 'type?': text() }) },
  'urls?': { type: 'array', items: closed({ url: text(), 'type?': text() }) },
  'addresses?': {
    type: 'array',
    items: closed({
      'street?': text(),
      'city?': text(),
      'state?': text(),
      'zip?': text(),
      'country?': text(),
      'country_code?': text(),
      'type?': text(),
    }),
  },
  'org?': closed({ 'company?': text(), 'department?': text(), 'title?': text() }),
})

const byType: Record<string, Schema> = {
  text: closed({ body: text(4096), 'preview_url?': { type: 'boolean' } }),
  image: file(caption),
  video: file(caption),
  audio: file({ 'voice?': { const: true } }),
  document: file({ ...caption, ...filename }),
  sticker: file(),
  location,
  contacts: listOf(card, 1, 257),
  reaction: closed({ message_id: text(), emoji: { type: 'string' } }),
  template: templateSchema,
  interactive: { oneOf: interactiveSchemas },
}

/** Of the body of `POST /{phone-number-id}/messages`. */
export const messageSchema: Schema = {
  oneOf: Object.entries(byType).map(([type, schema]) =>
    closed({
      messaging_product: only('whatsapp'),
      recipient_type: only('individual'),
      'to?': { type: 'string', pattern: '^\\+\\d{7,15}$' },
      'recipient?': text(),
      'context?': closed({ message_id: text() }),
      biz_opaque_callback_data: text(512),
      type: only(type),
      [type]: schema,
    }),
  ),
}
