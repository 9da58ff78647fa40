import type { ZodType } from 'zod'
import { contacts } from './contacts.ts'
import { button, list } from './interactive-answers.ts'
import { carousel } from './interactive-carousel.ts'
import { flow } from './interactive-flow.ts'
import { orderDetails, orderStatus } from './interactive-payment.ts'
import { catalogMessage, product, productList } from './interactive-products.ts'
import {
  addressMessage,
  callPermissionRequest,
  contactInfoRequest,
  ctaUrl,
  locationRequest,
  voiceCall,
} from './interactive-requests.ts'
import { location } from './location.ts'
import { audio, document, image, sticker, video } from './media.ts'
import { pin } from './pin.ts'
import { reaction } from './reaction.ts'

/** What a business can send besides texts, templates and interactive messages. */
export const plainKinds = {
  image,
  video,
  audio,
  document,
  sticker,
  location,
  contacts,
  reaction,
  pin,
} as const

/** By `interactive.type`. */
export const interactiveKinds: Record<string, ZodType<Record<string, unknown>>> = {
  button,
  list,
  cta_url: ctaUrl,
  location_request_message: locationRequest,
  flow,
  product,
  product_list: productList,
  catalog_message: catalogMessage,
  carousel,
  address_message: addressMessage,
  call_permission_request: callPermissionRequest,
  voice_call: voiceCall,
  request_contact_info: contactInfoRequest,
  order_details: orderDetails,
  order_status: orderStatus,
}

/** Kinds that exist as messages and that no business can send. */
export const customersOnly = [
  'button',
  'order',
  'system',
  'unsupported',
  'edit',
  'revoke',
  'poll',
  'hsm',
  'ephemeral',
]
