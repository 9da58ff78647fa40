import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { bodyText, framed, wireFrame, withoutHeader } from './interactive-frame.ts'
import { countOf, refuse } from './limits.ts'
import { refuseUntitled, sectionTitle } from './list.ts'

const MAX_PRODUCTS = 30

export const productSections = countOf(
  z.object({
    title: sectionTitle,
    productIds: z.array(z.string()).min(1, 'A section has at least one product.'),
  }),
  'sections',
  1,
  10,
).superRefine((sections, context) => {
  refuseUntitled(context, sections)
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0)
  if (count > MAX_PRODUCTS) {
    refuse(context, [], `There may be ${MAX_PRODUCTS} products in all, and these are ${count}.`)
  }
})

export function wireSections(sections: { title?: string | undefined; productIds: string[] }[]) {
  return sections.map(({ title, productIds }) => ({
    ...(title ? { title } : {}),
    product_items: productIds.map((id) => ({ product_retailer_id: id })),
  }))
}

export function wireProduct({ catalogId, productId }: { catalogId: string; productId: string }) {
  return { catalog_id: catalogId, product_retailer_id: productId }
}

export const product: ContentKind<Interactive<'product'>> = {
  limits: z.object({ ...withoutHeader, body: bodyText().optional() }),
  wire: (content) => ({ type: 'product', ...wireFrame(content), action: wireProduct(content) }),
}

export const productList: ContentKind<Interactive<'product_list'>> = {
  limits: z.object({ ...framed(), sections: productSections }),
  wire: (content) => ({
    type: 'product_list',
    ...wireFrame(content),
    action: { catalog_id: content.catalogId, sections: wireSections(content.sections) },
  }),
}

export const catalog: ContentKind<Interactive<'catalog'>> = {
  limits: z.object(withoutHeader),
  wire: (content) => {
    const thumbnail = content.thumbnailProductId
    const parameters = thumbnail ? { parameters: { thumbnail_product_retailer_id: thumbnail } } : {}
    return {
      type: 'catalog_message',
      ...wireFrame(content),
      action: { name: 'catalog_message', ...parameters },
    }
  },
}
