import { z } from 'zod'
import { refuse } from './parts.ts'

const MAX_CARDS = 257

const words = z.string().optional()

const nameParts = { first_name: words, last_name: words, middle_name: words, prefix: words, suffix: words }

/** The whole name is not enough: Meta wants one of its parts beside it. */
const name = z
  .strictObject({ formatted_name: z.string().min(1), ...nameParts })
  .superRefine((given, context) => {
    if (!Object.keys(nameParts).some((part) => given[part as keyof typeof nameParts]))
      refuse(context, [], 'needs another part of the name beside formatted_name.')
  })

const card = z.strictObject({
  name,
  phones: z.array(z.strictObject({ phone: words, type: words, wa_id: words })).optional(),
  emails: z.array(z.strictObject({ email: words, type: words })).optional(),
  addresses: z
    .array(
      z.strictObject({
        street: words,
        city: words,
        state: words,
        zip: words,
        country: words,
        country_code: words,
        type: words,
      }),
    )
    .optional(),
  urls: z.array(z.strictObject({ url: words, type: words })).optional(),
  org: z.strictObject({ company: words, department: words, title: words }).optional(),
  birthday: z.iso.date().optional(),
})

export const contacts = z.array(card).min(1).max(MAX_CARDS)
