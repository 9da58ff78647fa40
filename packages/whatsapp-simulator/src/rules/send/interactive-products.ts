import { z } from 'zod'
import { body, footer, requiredTextHeader } from './interactive-frame.ts'
import { limitedText, numericId, refuse } from './parts.ts'

const MAX_PRODUCTS = 30

const retailerId = z.string().min(1)

export const productAction = z.strictObject({ catalog_id: numericId, product_retailer_id: retailerId })

export const product = z.strictObject({
  type: z.literal('product'),
  body: body().optional(),
  footer,
  action: productAction,
})

/** Sections of products, in interactive messages and in templates; more than one need titles. */
export const productSections = z
  .array(
    z.strictObject({
      title: limitedText(24).optional(),
      product_items: z
        .array(z.strictObject({ product_retailer_id: retailerId }))
        .min(1)
        .max(MAX_PRODUCTS),
    }),
  )
  .min(1)
  .max(10)
  .superRefine((sections, context) => {
    const products = sections.flatMap((section) => section.product_items)
    if (products.length > MAX_PRODUCTS) refuse(context, [], `may have ${MAX_PRODUCTS} products in all.`)
    if (sections.length === 1) return
    const untitled = sections.findIndex((section) => section.title === undefined)
    if (untitled >= 0) refuse(context, [untitled, 'title'], 'is mandatory with several sections.', 131008)
  })

export const productList = z.strictObject({
  type: z.literal('product_list'),
  header: requiredTextHeader,
  body: body(),
  footer,
  action: z.strictObject({ catalog_id: numericId, sections: productSections }),
})

export const catalogMessage = z.strictObject({
  type: z.literal('catalog_message'),
  body: body(),
  footer,
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: retailerId.optional() }).optional(),
  }),
})
