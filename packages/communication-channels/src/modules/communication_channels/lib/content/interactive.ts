import { z } from 'zod'
import { externalId, jsonObject, line, link, longText, shortText } from './bounds.ts'
import { mediaSource } from './media.ts'

const textHeader = z.strictObject({ type: z.literal('text'), text: shortText })
const header = z
  .discriminatedUnion('type', [
    textHeader,
    z.strictObject({ type: z.literal('image'), media: mediaSource }),
    z.strictObject({ type: z.literal('video'), media: mediaSource }),
    z.strictObject({ type: z.literal('document'), media: mediaSource, filename: line(1, 240).optional() }),
  ])
  .optional()
export type InteractiveHeader = NonNullable<z.infer<typeof header>>

const body = longText
const footer = shortText.optional()
const label = line(1, 256)
const type = z.literal('interactive')

const replyButton = z.strictObject({ id: line(1, 256), title: line(1, 256) })

const replyButtons = z.strictObject({
  type,
  kind: z.literal('reply_buttons'),
  header,
  body,
  footer,
  buttons: z.array(replyButton).min(1).max(10),
})

const list = z.strictObject({
  type,
  kind: z.literal('list'),
  header: textHeader.optional(),
  body,
  footer,
  /** What opens the list. */
  label,
  sections: z
    .array(
      z.strictObject({
        title: line(1, 256).optional(),
        rows: z
          .array(
            z.strictObject({ id: line(1, 256), title: line(1, 256), description: line(1, 256).optional() }),
          )
          .min(1)
          .max(10),
      }),
    )
    .min(1)
    .max(10),
})

const ctaUrl = z.strictObject({ type, kind: z.literal('cta_url'), header, body, footer, label, url: link })

const callButton = z.strictObject({
  type,
  kind: z.literal('call_button'),
  body,
  label: label.optional(),
  ttlMinutes: z.int().min(1).max(43_200).optional(),
  /** Comes back with the call. */
  payload: line(1, 512).optional(),
})

const product = z.strictObject({
  type,
  kind: z.literal('product'),
  body: body.optional(),
  footer,
  catalogId: externalId,
  productId: externalId,
})

const productList = z.strictObject({
  type,
  kind: z.literal('product_list'),
  header: textHeader,
  body,
  footer,
  catalogId: externalId,
  sections: z
    .array(z.strictObject({ title: line(1, 256).optional(), productIds: z.array(externalId).min(1).max(30) }))
    .min(1)
    .max(10),
})

const catalog = z.strictObject({
  type,
  kind: z.literal('catalog'),
  body,
  footer,
  thumbnailProductId: externalId.optional(),
})

/** A form made with the provider. */
const form = z.strictObject({
  type,
  kind: z.literal('form'),
  header,
  body,
  footer,
  form: z.union([z.strictObject({ id: externalId }), z.strictObject({ name: line(1, 256) })]),
  label,
  token: line(1, 512).optional(),
  isDraft: z.boolean().optional(),
  /** The form's own server says which screen comes first, and with what. */
  isOpenedByServer: z.boolean().optional(),
  /** Or this does; without either the form begins at its beginning. */
  open: z.strictObject({ screen: line(1, 256), data: jsonObject.optional() }).optional(),
})

const locationRequest = z.strictObject({ type, kind: z.literal('location_request'), body })
const contactInfoRequest = z.strictObject({ type, kind: z.literal('contact_info_request'), body })
const callPermissionRequest = z.strictObject({ type, kind: z.literal('call_permission_request'), body })

const card = z.strictObject({
  header: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('image'), media: mediaSource }),
    z.strictObject({ type: z.literal('video'), media: mediaSource }),
  ]),
  body: shortText.optional(),
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('url'), label, url: link }),
    z.strictObject({ type: z.literal('reply_buttons'), buttons: z.array(replyButton).min(1).max(3) }),
  ]),
})

const carousel = z.strictObject({
  type,
  kind: z.literal('carousel'),
  body,
  cards: z.array(card).min(2).max(10),
})

const productCarousel = z.strictObject({
  type,
  kind: z.literal('product_carousel'),
  body,
  catalogId: externalId,
  productIds: z.array(externalId).min(2).max(10),
})

/** A message with something to tap. What the customer chose comes back as a `reply`, a `form_answer`, an `order` … */
export const interactiveContent = z.discriminatedUnion('kind', [
  replyButtons,
  list,
  ctaUrl,
  callButton,
  product,
  productList,
  catalog,
  form,
  locationRequest,
  contactInfoRequest,
  callPermissionRequest,
  carousel,
  productCarousel,
])
export type InteractiveContent = z.infer<typeof interactiveContent>
export type InteractiveKind = InteractiveContent['kind']
