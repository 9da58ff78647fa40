import type { CardComponent } from './template.ts'
import type { TemplateDraft } from './template-draft.ts'

/** One template for each thing a template can have besides text and quick replies. */
export const componentTemplates: TemplateDraft[] = [
  {
    name: 'new_collection',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/collection.jpg'] } },
      {
        type: 'BODY',
        text: 'Hi {{1}}, our new collection is here.',
        example: { body_text: [['Maria']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'URL',
            text: 'See it',
            url: 'https://example.com/new/{{1}}',
            example: ['https://example.com/new/tents'],
          },
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+48221234501' },
        ],
      },
    ],
  },
  {
    name: 'invoice_ready',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['https://example.com/invoice.pdf'] } },
      {
        type: 'BODY',
        text: 'Your invoice {{1}} is attached.',
        example: { body_text: [['INV-7']] },
      },
    ],
  },
  {
    name: 'pickup_point',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      { type: 'BODY', text: 'Your parcel waits for you at this place until Friday.' },
    ],
  },
  {
    name: 'coupon_for_you',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Thank you for shopping with us. Here is a coupon for your next order.' },
      { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy offer code', example: ['SAVE15'] }] },
    ],
  },
  {
    name: 'weekend_offer',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/weekend.jpg'] } },
      {
        type: 'LIMITED_TIME_OFFER',
        limited_time_offer: { text: 'Ends soon!', has_expiration: true },
      },
      { type: 'BODY', text: 'This weekend everything for the trail costs less.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', text: 'Copy offer code', example: ['WEEKEND'] },
          { type: 'URL', text: 'Shop now', url: 'https://example.com/weekend' },
        ],
      },
    ],
  },
  {
    name: 'two_favourites',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Two favourites of this season, {{1}}:', example: { body_text: [['Maria']] } },
      {
        type: 'CAROUSEL',
        cards: [card('A tent for {{1}}.', 'Show the tent'), card('A bag for {{1}}.', 'Show the bag')],
      },
    ],
  },
]

function card(text: string, button: string): { components: CardComponent[] } {
  return {
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/card.jpg'] } },
      { type: 'BODY', text, example: { body_text: [['two']] } },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Tell me more' },
          { type: 'URL', text: button, url: 'https://example.com/shop/{{1}}', example: ['a1'] },
        ],
      },
    ],
  }
}
