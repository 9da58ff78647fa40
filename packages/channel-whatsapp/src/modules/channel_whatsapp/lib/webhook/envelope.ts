import { z } from 'zod'

/** A change of one field. Kept open: it is read by its field, and what is not known is left alone. */
export const change = z.looseObject({ field: z.string(), value: z.looseObject({}) })
export type Change = z.infer<typeof change>

/** The outside of a delivery: accounts, and in each the changes. They stay unread here, so that one odd change
 * does not cost the others. The "Test" button of Meta's dashboard posts a change without its envelope. */
export const envelope = z.looseObject({
  object: z.string(),
  entry: z.array(
    z.looseObject({
      id: z.union([z.string(), z.number()]).transform(String),
      changes: z.array(z.unknown()),
    }),
  ),
})

const idString = z.string().min(1).max(512)
/** Seconds since 1970, mostly as text. */
const timestamp = z
  .union([z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()])
  .transform((seconds) => new Date(Number(seconds) * 1000))

const errors = z.array(
  z.looseObject({
    code: z.number(),
    title: z.string().optional(),
    message: z.string().optional(),
    error_data: z.looseObject({ details: z.string().optional() }).optional(),
  }),
)

export const metadata = z.looseObject({
  phone_number_id: idString,
  display_phone_number: z.string().optional(),
})

export const contact = z.looseObject({
  profile: z.looseObject({ name: z.string().optional(), username: z.string().optional() }).optional(),
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
})
export type WebhookContact = z.infer<typeof contact>

export const message = z.looseObject({
  id: idString,
  timestamp,
  type: z.string(),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  group_id: z.string().optional(),
  context: z.looseObject({ id: z.string().optional() }).optional(),
  text: z.looseObject({ body: z.string() }).optional(),
  errors: errors.optional(),
})
export type WebhookMessage = z.infer<typeof message>

export const status = z.looseObject({
  id: idString,
  status: z.string(),
  timestamp,
  biz_opaque_callback_data: z.string().optional(),
  recipient_participant_id: z.string().optional(),
  recipient_participant_user_id: z.string().optional(),
  pricing: z
    .looseObject({
      billable: z.boolean().optional(),
      pricing_model: z.string().optional(),
      type: z.string().optional(),
      category: z.string().optional(),
    })
    .optional(),
  errors: errors.optional(),
})
export type WebhookStatus = z.infer<typeof status>

/** The items stay unread here, so that one odd item does not cost the others. */
export const messagesValue = z.looseObject({
  metadata: metadata.optional(),
  contacts: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
  errors: z.array(z.unknown()).optional(),
  /** Ours: how many items were taken out (`redact-delivery.ts`). */
  redacted: z.number().int().min(1).max(1000).optional(),
})
