import type { TemplateButtonParameter } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { wireSections } from '../content/products.ts'

/** What Meta calls the kinds of button. */
export const BUTTON_KINDS: Record<TemplateButtonParameter['type'], string> = {
  quick_reply: 'quick_reply',
  url: 'url',
  copy_code: 'copy_code',
  flow: 'flow',
  catalog: 'catalog',
  products: 'mpm',
  call: 'voice_call',
}

/** A button's component. Its index is text in Meta's own examples. */
export function wireButton(button: TemplateButtonParameter): Record<string, unknown> {
  const parameters = wireParameters(button)
  return {
    type: 'button',
    sub_type: BUTTON_KINDS[button.type],
    index: String(button.index),
    ...(parameters.length > 0 ? { parameters } : {}),
  }
}

function wireParameters(button: TemplateButtonParameter): Record<string, unknown>[] {
  switch (button.type) {
    case 'quick_reply':
      return [{ type: 'payload', payload: button.payload }]
    case 'url':
      return [{ type: 'text', text: button.suffix }]
    case 'copy_code':
      return [{ type: 'coupon_code', coupon_code: button.code }]
    case 'flow': {
      const token = button.token ? { flow_token: button.token } : {}
      return [action({ ...token, ...(button.data ? { flow_action_data: button.data } : {}) })]
    }
    case 'catalog': {
      const thumbnail = button.thumbnailProductId
      return thumbnail ? [action({ thumbnail_product_retailer_id: thumbnail })] : []
    }
    case 'products':
      return [
        action({
          thumbnail_product_retailer_id: button.thumbnailProductId,
          sections: wireSections(button.sections),
        }),
      ]
    case 'call':
      return [
        ...(button.ttlMinutes ? [{ type: 'ttl_minutes', ttl_minutes: button.ttlMinutes }] : []),
        ...(button.payload ? [{ type: 'payload', payload: button.payload }] : []),
      ]
  }
}

function action(content: Record<string, unknown>): Record<string, unknown> {
  return { type: 'action', action: content }
}
