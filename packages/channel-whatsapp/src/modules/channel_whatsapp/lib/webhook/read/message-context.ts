import type { MessageContext } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/context'
import { z } from 'zod'
import { idText, metaId, toldId, toldOrOdd } from './meta-values.ts'

const mark = z.boolean().optional().catch(undefined)

const context = z.object({
  id: metaId.optional().catch(undefined),
  forwarded: mark,
  frequently_forwarded: mark,
  referred_product: z.object({ catalog_id: toldId, product_retailer_id: idText }).optional().catch(undefined),
})

const referral = z.object({
  source_type: toldOrOdd,
  source_id: toldOrOdd,
  source_url: toldOrOdd,
  headline: toldOrOdd,
  body: toldOrOdd,
  media_type: toldOrOdd,
  image_url: toldOrOdd,
  video_url: toldOrOdd,
  thumbnail_url: toldOrOdd,
  ctwa_clid: toldOrOdd,
  welcome_message: z.object({ text: toldOrOdd }).optional().catch(undefined),
})

/** Fields of a message. What is odd in them is left out, and costs the message nothing. */
export const messageContext = {
  context: context.optional().catch(undefined),
  referral: referral.optional().catch(undefined),
}

export function readContext(message: {
  context?: z.infer<typeof context> | undefined
  referral?: z.infer<typeof referral> | undefined
}): MessageContext {
  const { context, referral } = message
  const product = context?.referred_product
  return {
    ...(context?.forwarded && { forwarded: 'once' }),
    ...(context?.frequently_forwarded && { forwarded: 'often' }),
    ...(product && { product: { catalogId: product.catalog_id, productId: product.product_retailer_id } }),
    ...(referral && { referral: readReferral(referral) }),
  }
}

/** What Meta says of messages that begin in an ad or at a page: only these open the free-entry window. */
const FREE_ENTRY_SOURCES = ['ad', 'post']

export function comesFromFreeEntry({ referral }: MessageContext): boolean {
  return FREE_ENTRY_SOURCES.includes(referral?.sourceType?.toLowerCase() ?? '')
}

/** The ad or post that led here: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components */
function readReferral(referral: z.output<typeof messageContext.referral> & {}): MessageContext['referral'] {
  const isVideo = referral.media_type === 'video' || !referral.image_url
  return {
    sourceType: referral.source_type,
    sourceId: referral.source_id,
    sourceUrl: referral.source_url,
    headline: referral.headline,
    body: referral.body,
    mediaType: referral.media_type,
    mediaUrl: (isVideo ? referral.video_url : undefined) ?? referral.image_url,
    thumbnailUrl: referral.thumbnail_url,
    clickId: referral.ctwa_clid,
    welcomeText: referral.welcome_message?.text,
  }
}
