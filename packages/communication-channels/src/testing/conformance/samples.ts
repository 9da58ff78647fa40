import type { ChannelCapabilities } from '../../modules/communication_channels/lib/adapter/open-mercato.ts'
import type { OutboundRequest } from '../../modules/communication_channels/lib/content/message-content.ts'

export interface OutboundSample {
  name: string
  /** What the adapter has to claim where it sends this, and must not claim where it refuses. */
  capability?: keyof ChannelCapabilities
  /** @param about a message of the conversation, and a template of the provider where it has one */
  request(about: { messageId: string; template: OutboundRequest | null }): OutboundRequest
}

const picture = { link: 'https://example.com/boots.jpg' }
const clip = { link: 'https://example.com/boots.mp4' }
const body = 'These are our boots.'
const boots = { catalogId: '700000000000001', productId: 'boots-1' }

type Interactive = Extract<OutboundRequest, { type: 'interactive' }>
type WithoutType<T> = T extends unknown ? Omit<T, 'type'> : never

function sample(content: OutboundRequest, capability?: keyof ChannelCapabilities): OutboundSample {
  return { name: content.type, capability, request: () => content }
}

function interactive(content: WithoutType<Interactive>, capability?: keyof ChannelCapabilities) {
  const request = { type: 'interactive', ...content } as Interactive
  return { ...sample(request, capability), name: content.kind }
}

/** One request of every kind that the hub can be asked to send, plain enough for any provider that has the kind. */
export const outboundSamples: OutboundSample[] = [
  sample({ type: 'text', text: 'Good day' }),
  sample({ type: 'image', media: picture, caption: 'Boots' }, 'fileSharing'),
  sample({ type: 'video', media: clip, caption: 'Boots' }, 'fileSharing'),
  sample({ type: 'audio', media: { link: 'https://example.com/hello.ogg' }, isVoice: true }, 'voiceNotes'),
  sample(
    { type: 'document', media: { link: 'https://example.com/bill.pdf' }, filename: 'bill.pdf' },
    'fileSharing',
  ),
  sample({ type: 'sticker', media: { link: 'https://example.com/wave.webp' } }, 'stickers'),
  sample({ type: 'location', latitude: 52.23, longitude: 21.01, name: 'Shop' }, 'locationSharing'),
  sample(
    {
      type: 'contacts',
      contacts: [
        { name: { formattedName: 'Ada Admin', firstName: 'Ada' }, phones: [{ phone: '+48221234501' }] },
      ],
    },
    'contactCards',
  ),
  {
    name: 'reaction',
    capability: 'reactions',
    request: ({ messageId }) => ({ type: 'reaction', messageId, emoji: '👍' }),
  },
  {
    name: 'template',
    request: ({ template }) => template ?? { type: 'template', name: 'none', language: 'en', parameters: {} },
  },
  interactive(
    { kind: 'reply_buttons', body, buttons: [{ id: 'yes', title: 'Yes' }] },
    'interactiveComponents',
  ),
  interactive(
    { kind: 'list', body, label: 'Sizes', sections: [{ rows: [{ id: '42', title: '42' }] }] },
    'interactiveComponents',
  ),
  interactive({ kind: 'cta_url', body, label: 'Open', url: 'https://example.com/boots' }),
  interactive({ kind: 'call_button', body, label: 'Call us' }),
  interactive({ kind: 'product', body, ...boots }),
  interactive({
    kind: 'product_list',
    header: { type: 'text', text: 'Boots' },
    body,
    catalogId: boots.catalogId,
    sections: [{ title: 'Boots', productIds: ['boots-1', 'boots-2'] }],
  }),
  interactive({ kind: 'catalog', body }),
  interactive({
    kind: 'form',
    body,
    form: { id: '600000000000001' },
    label: 'Book',
    open: { screen: 'TIMES' },
  }),
  interactive({ kind: 'location_request', body }),
  interactive({ kind: 'contact_info_request', body }),
  interactive({ kind: 'call_permission_request', body }),
  interactive({
    kind: 'carousel',
    body,
    cards: ['first', 'second'].map((name) => ({
      header: { type: 'image', media: picture },
      body: name,
      action: { type: 'url', label: 'Open', url: `https://example.com/${name}` },
    })),
  }),
  interactive({
    kind: 'product_carousel',
    body,
    catalogId: boots.catalogId,
    productIds: ['boots-1', 'boots-2'],
  }),
]
