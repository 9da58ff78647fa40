import { z } from 'zod'
import type { MessageContent } from '../world/message.ts'

const id = z.string().min(1).max(512)
const text = z.string().max(4096)
const number = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)])
const unix = z.int().min(0)

// A file by the id that `POST /sim/files` gave it; what else is said of it wins over what it is.
const media = {
  id: id.optional(),
  mime_type: z.string().min(3).max(200).optional(),
  sha256: z.string().max(100).optional(),
  url: z.url().optional(),
}
const caption = text.optional()

const mediaParts = {
  image: z.strictObject({ ...media, caption }),
  video: z.strictObject({ ...media, caption }),
  document: z.strictObject({ ...media, caption, filename: z.string().max(240).optional() }),
  audio: z.strictObject({ ...media, voice: z.boolean().optional() }),
  sticker: z.strictObject({ ...media, animated: z.boolean().optional() }),
}

const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: text.optional(),
  address: text.optional(),
  url: z.url().optional(),
})

// Cards are passed on as a phone has them: any field of them may be missing, even the name.
const contacts = z.array(z.record(z.string(), z.unknown())).min(1).max(257)

const button = z.strictObject({ payload: z.string().max(256), text: z.string().max(256) })

const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button_reply'),
    button_reply: z.strictObject({ id, title: text }),
  }),
  z.strictObject({
    type: z.literal('list_reply'),
    list_reply: z.strictObject({ id, title: text, description: text.optional() }),
  }),
  z.strictObject({
    type: z.literal('nfm_reply'),
    nfm_reply: z.strictObject({
      name: z.string().max(100).default('flow'),
      body: text.default('Sent'),
      response_json: z.string().refine(isJson, 'Write the answers as the text of a JSON object.'),
    }),
  }),
  z.strictObject({
    type: z.literal('call_permission_reply'),
    call_permission_reply: z.strictObject({
      response: z.enum(['accept', 'reject']),
      is_permanent: z.boolean().optional(),
      expiration_timestamp: unix.optional(),
      response_source: z.enum(['user_action', 'automatic']).default('user_action'),
    }),
  }),
])

const order = z.strictObject({
  catalog_id: id,
  text: text.default(''),
  product_items: z
    .array(
      z.strictObject({
        product_retailer_id: id,
        quantity: number,
        item_price: number,
        currency: z.string().length(3),
      }),
    )
    .min(1),
})

const reaction = z.strictObject({ message_id: id, emoji: z.string().max(64).optional() })

const edit = z.strictObject({
  original_message_id: id,
  message: z.looseObject({ type: z.enum(['text', 'image', 'video', 'document']) }),
})
const revoke = z.strictObject({ original_message_id: id })

const phoneDigits = z.string().regex(/^[1-9]\d{6,14}$/, 'Write the number in digits with its country code.')
const system = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('user_changed_number'),
    body: text.optional(),
    wa_id: phoneDigits,
  }),
  z.strictObject({
    type: z.literal('customer_identity_changed'),
    body: text.optional(),
    identity: z
      .strictObject({ acknowledged: z.boolean(), created_timestamp: z.string(), hash: z.string() })
      .optional(),
  }),
])

const unsupported = z.strictObject({
  type: z.string().max(100).optional(),
  errors: z.array(z.looseObject({ code: z.int() })).optional(),
})

const of = <Type extends string, Part extends z.ZodType>(type: Type, part: Part) =>
  z.strictObject({ type: z.literal(type), [type]: part } as { type: z.ZodLiteral<Type> } & Record<Type, Part>)

/** A customer's message as Meta writes it: the type, and under the type's own name what it carries. */
export const inboundContentSchema = z.discriminatedUnion('type', [
  of('text', z.strictObject({ body: z.string().min(1).max(65_536) })),
  of('image', mediaParts.image),
  of('video', mediaParts.video),
  of('document', mediaParts.document),
  of('audio', mediaParts.audio),
  of('sticker', mediaParts.sticker),
  of('location', location),
  of('contacts', contacts),
  of('button', button),
  of('interactive', interactive),
  of('order', order),
  of('reaction', reaction),
  of('edit', edit),
  of('revoke', revoke),
  of('system', system),
  of('unsupported', unsupported),
])

export type InboundContent = z.infer<typeof inboundContentSchema>
/** What a caller may leave out is optional here. */
export type InboundContentInput = z.input<typeof inboundContentSchema>

/** The content of a message that says it, or carries a plain text, or stands for a medium of long ago. */
export function contentOf(input: {
  text?: string | undefined
  content?: InboundContent | undefined
  mediaPlaceholder?: true | undefined
}): MessageContent {
  if (input.content) return messageContent(input.content)
  if (input.mediaPlaceholder) return { type: 'media_placeholder', payload: {} }
  return { type: 'text', body: input.text ?? '' }
}

/** What the world keeps of it. */
function messageContent(content: InboundContent): MessageContent {
  if (content.type === 'text') return { type: 'text', body: content.text.body }
  if (content.type === 'contacts') return { type: 'contacts', payload: { contacts: content.contacts } }
  const payload = (content as unknown as Record<string, Record<string, unknown>>)[content.type]!
  return { type: content.type, payload }
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
