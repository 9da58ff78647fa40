import { z } from 'zod'
import { externalId, jsonObject, line, shortText } from './bounds.ts'
import { locationRequest } from './location.ts'
import { mediaSource } from './media.ts'

const key = z.string().max(64)

/** Text, or a value that the provider writes in the reader's own manner; `fallback` where it cannot. */
const templateValue = z.union([
  shortText,
  z.strictObject({
    type: z.literal('currency'),
    fallback: shortText,
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** In thousandths of the currency. */
    amount1000: z.int(),
  }),
  z.strictObject({ type: z.literal('date_time'), fallback: shortText }),
])
export type TemplateValue = z.infer<typeof templateValue>

const index = z.int().min(0).max(9)

const productSections = z
  .array(z.strictObject({ title: line(1, 1024), productIds: z.array(externalId).min(1).max(30) }))
  .min(1)
  .max(10)

/** What a button needs for this message; a button without such a need is left out. `index` counts from 0. */
export const templateButtonParameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('quick_reply'), index, payload: line(1, 256) }),
  z.strictObject({ type: z.literal('url'), index, suffix: line(1, 2000) }),
  z.strictObject({ type: z.literal('copy_code'), index, code: line(1, 64) }),
  z.strictObject({
    type: z.literal('flow'),
    index,
    token: line(1, 512).optional(),
    data: jsonObject.optional(),
  }),
  z.strictObject({ type: z.literal('catalog'), index, thumbnailProductId: externalId.optional() }),
  z.strictObject({
    type: z.literal('products'),
    index,
    thumbnailProductId: externalId,
    sections: productSections,
  }),
  z.strictObject({
    type: z.literal('call'),
    index,
    ttlMinutes: z.int().min(1).max(43_200).optional(),
    payload: line(1, 256).optional(),
  }),
])
export type TemplateButtonParameter = z.infer<typeof templateButtonParameter>

const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('image'), media: mediaSource }),
  z.strictObject({ type: z.literal('video'), media: mediaSource }),
  z.strictObject({ type: z.literal('document'), media: mediaSource, filename: line(1, 240).optional() }),
  z.strictObject({ ...locationRequest.shape }),
  z.strictObject({ type: z.literal('product'), catalogId: externalId, productId: externalId }),
])
export type TemplateHeaderObject = z.infer<typeof header>

/** More than any template has. Looked at before they are: each that is wrong is a complaint of its own. */
const MOST_VARIABLES = 100
const variables = <V extends z.ZodType>(value: V) =>
  z.preprocess(
    (given, ctx) => {
      if (typeof given === 'object' && given !== null && Object.keys(given).length > MOST_VARIABLES)
        ctx.addIssue(`A template has no more than ${MOST_VARIABLES} variables.`)
      return given
    },
    z.record(key, value),
  )

const parts = {
  body: variables(templateValue).optional(),
  /** What a header that is no text shows. */
  headerObject: header.optional(),
  buttons: z.array(templateButtonParameter).max(10).optional(),
}

/** Positional variables have the keys `1`, `2` …, named ones their names. */
export const templateParameters = z.strictObject({
  header: variables(shortText).optional(),
  ...parts,
  /** When a limited-time offer ends. */
  offerExpiresAt: z.iso.datetime({ offset: true }).optional(),
  /** Of a carousel: one for each card of the template, in its order. */
  cards: z.array(z.strictObject(parts)).min(2).max(10).optional(),
})
export type TemplateParameters = z.infer<typeof templateParameters>

/** A template as asked for: by name and language, with what each of its variables needs. */
export const templateRequest = z.strictObject({
  type: z.literal('template'),
  name: line(1, 512),
  language: line(2, 15),
  parameters: templateParameters.default({}),
})
export type TemplateRequest = z.infer<typeof templateRequest>

/** A template as it leaves: `rendered` is what the customer will read. */
export const templateContent = templateRequest.extend({
  rendered: z.strictObject({
    header: z.string().optional(),
    body: z.string(),
    footer: z.string().optional(),
    buttons: z.array(z.string()),
    cards: z.array(z.strictObject({ body: z.string().optional(), buttons: z.array(z.string()) })).optional(),
  }),
})
export type TemplateContent = z.infer<typeof templateContent>
