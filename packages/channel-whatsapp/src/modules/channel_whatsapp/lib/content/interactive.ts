import type { InteractiveKind } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/interactive'
import { carousel, productCarousel } from './carousel.ts'
import type { ContentKind, Interactive } from './content-kind.ts'
import { form } from './form.ts'
import { callButton, ctaUrl } from './links-and-calls.ts'
import { list } from './list.ts'
import { catalog, product, productList } from './products.ts'
import { replyButtons } from './reply-buttons.ts'
import { callPermissionRequest, contactInfoRequest, locationRequest } from './requests.ts'

export const interactiveKinds: { [Kind in InteractiveKind]: ContentKind<Interactive<Kind>> } = {
  reply_buttons: replyButtons,
  list,
  cta_url: ctaUrl,
  call_button: callButton,
  product,
  product_list: productList,
  catalog,
  form,
  location_request: locationRequest,
  contact_info_request: contactInfoRequest,
  call_permission_request: callPermissionRequest,
  carousel,
  product_carousel: productCarousel,
}
