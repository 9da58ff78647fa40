import { conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, fromMaria } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

describe('what a customer sends is in the thread as what it is', () => {
  it.each<[string, string, unknown, object]>([
    [
      'a place',
      'location',
      { latitude: 52.23, longitude: 21.01, name: 'Shop', address: 'Nowy Świat 1' },
      { type: 'location', latitude: 52.23, longitude: 21.01, name: 'Shop', address: 'Nowy Świat 1' },
    ],
    [
      'a picture with its caption',
      'image',
      { id: '77', mime_type: 'image/jpeg', sha256: 'abc=', caption: 'This one' },
      { type: 'image', media: { id: '77', mimeType: 'image/jpeg', sha256: 'abc=' }, caption: 'This one' },
    ],
    [
      'a contact card',
      'contacts',
      [
        {
          name: { formatted_name: 'Jan Kowalski' },
          phones: [{ phone: '+48 600 000 000', wa_id: '48600000000' }],
        },
      ],
      { type: 'contacts', contacts: [{ name: { formattedName: 'Jan Kowalski' } }] },
    ],
    [
      'a chosen button',
      'interactive',
      { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } },
      { type: 'reply', kind: 'button', id: 'yes', title: 'Yes, please' },
    ],
    [
      'a filled-in form',
      'interactive',
      {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t1","size":"L"}' },
      },
      { type: 'form_answer', values: { size: 'L' }, token: 't1' },
    ],
    [
      'a cart with its lines and its total',
      'order',
      {
        catalog_id: '55',
        text: 'By Friday?',
        product_items: [
          { product_retailer_id: 'TENT', quantity: 2, item_price: '199.90', currency: 'PLN' },
          { product_retailer_id: 'MUG', quantity: 1, item_price: 0.1, currency: 'PLN' },
        ],
      },
      {
        type: 'order',
        text: 'By Friday?',
        items: [
          { productId: 'TENT', quantity: 2, unitPrice: '199.90', lineTotal: '399.8' },
          { productId: 'MUG', quantity: 1, unitPrice: '0.1', lineTotal: '0.1' },
        ],
        totals: [{ currency: 'PLN', amount: '399.9' }],
      },
    ],
    [
      'a cart with a price that cannot be read, without sums',
      'order',
      {
        catalog_id: '',
        product_items: [
          { product_retailer_id: 'TENT', quantity: 2, item_price: '1,299.00', currency: 'PLN' },
          { product_retailer_id: 'MUG', quantity: 3, item_price: 1e-7, currency: 'PLN' },
        ],
      },
      {
        type: 'order',
        catalogId: null,
        items: [
          { productId: 'TENT', quantity: 2, unitPrice: null, lineTotal: null },
          { productId: 'MUG', quantity: 3, unitPrice: '0.0000001', lineTotal: '0.0000003' },
        ],
        totals: null,
      },
    ],
    [
      'a kind that nobody knows yet, kept whole',
      'hologram',
      { id: 'h' },
      { type: 'unsupported', kind: 'hologram' },
    ],
  ])('%s', async (_, type, content, shown) => {
    await receive(shop, fromMaria({ id: 'in1', type, content }))
    expect(await threadOf(shop)).toMatchObject([{ direction: 'inbound', origin: 'live', content: shown }])
    expect(await conversationsOf(shop)).toMatchObject([
      { unreadCount: 1, window: { isOpen: true }, lastMessage: { contentType: expect.any(String) } },
    ])
  })
})

it('kinds that nobody knows yet are counted', async () => {
  await receive(shop, fromMaria({ id: 'in1', type: 'hologram', content: {} }))
  await receive(shop, change('next_years_field', { anything: true }))
  const rows = await shop.sql<{ fields: object }>(
    `select outcome -> 'fields' as fields from cc_webhook_deliveries order by received_at`,
  )
  expect(rows.map((row) => row.fields)).toEqual([{ 'messages.hologram': 1 }, { next_years_field: 1 }])
})
