import { agreeAtAcme } from './support/agreeing.ts'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, threadOf } from './support/inbox.ts'
import { sampleId, withRealMedia } from './support/media.ts'
import { openShop, type Shop } from './support/shop.ts'

const YESTERDAY = new Date(Date.now() - 25 * 60 * 60 * 1000)

let shop: Shop
let maria: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria', YESTERDAY)
  await agreeAtAcme(shop, { conversationIds: [maria] })
})
afterAll(() => shop.close())

const send = (name: string, parameters: object, conversation = maria) =>
  answerIn(shop, conversation, {
    content: { type: 'template', name, language: 'en_US', parameters },
    // The basis of a code; nothing to the others.
    requestedAt: new Date().toISOString(),
  })

const photo = { id: sampleId('photo') }

/** Outside the window, where nothing else leaves; the simulator checks each against its own template. */
describe('a template goes out with what its components need, and Meta takes it', () => {
  it.each<[string, string, object]>([
    ['named values', 'welcome_back', { body: { first_name: 'Maria' } }],
    [
      'a picture, and a link completed for this customer',
      'new_collection',
      {
        headerObject: { type: 'image', media: photo },
        body: { '1': 'Maria' },
        buttons: [{ type: 'url', index: 0, suffix: 'tents' }],
      },
    ],
    [
      'a document',
      'invoice_ready',
      {
        headerObject: { type: 'document', media: { id: sampleId('document') }, filename: 'INV-7.pdf' },
        body: { '1': 'INV-7' },
      },
    ],
    [
      'a place',
      'pickup_point',
      {
        headerObject: {
          type: 'location',
          latitude: 52.23,
          longitude: 21.01,
          name: 'Kiosk',
          address: 'Nowy Świat 1',
        },
      },
    ],
    ['a code to copy', 'coupon_for_you', { buttons: [{ type: 'copy_code', index: 0, code: 'SAVE15' }] }],
    [
      'an offer that ends',
      'weekend_offer',
      {
        headerObject: { type: 'image', media: photo },
        offerExpiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        buttons: [{ type: 'copy_code', index: 0, code: 'WEEKEND' }],
      },
    ],
    [
      'a carousel',
      'two_favourites',
      {
        body: { '1': 'Maria' },
        cards: ['tent', 'bag'].map((thing) => ({
          headerObject: { type: 'image', media: photo },
          body: { '1': 'two' },
          buttons: [
            { type: 'quick_reply', index: 0, payload: `more-${thing}` },
            { type: 'url', index: 1, suffix: thing },
          ],
        })),
      },
    ],
    ['a catalog', 'browse_catalog', { buttons: [{ type: 'catalog', index: 0, thumbnailProductId: 'TENT' }] }],
    [
      'products',
      'picked_for_you',
      {
        body: { '1': 'Maria' },
        buttons: [
          {
            type: 'products',
            index: 0,
            thumbnailProductId: 'TENT',
            sections: [{ title: 'Tents', productIds: ['TENT'] }],
          },
        ],
      },
    ],
    ['a form', 'book_a_fitting', { buttons: [{ type: 'flow', index: 0, token: 't1' }] }],
    ['a call', 'call_us_back', { buttons: [{ type: 'call', index: 0, ttlMinutes: 60 }] }],
    ['a one-time code', 'sign_in_code', { body: { '1': '123456' } }],
  ])('%s', async (_, name, parameters) => {
    const { body } = await send(name, await withRealMedia(shop, parameters))
    expect(body).toMatchObject({ message: { status: 'queued' } })
    await shop.drain()
    const sent = (await threadOf(shop, maria)).find((one: { id: string }) => one.id === body.message.id)
    expect(sent).toMatchObject({ error: null, content: { name, rendered: { body: expect.any(String) } } })
    expect((await outboundAtMeta(shop)).at(-1)).toMatchObject({ content: { type: 'template', name } })
  })
})

describe('a template that would be refused does not leave, and the field is named', () => {
  it.each<[string, string, object, string]>([
    ['a value is missing', 'invoice_ready', {}, 'content.parameters.body.1'],
    [
      'the picture is missing',
      'new_collection',
      { body: { '1': 'M' }, buttons: [{ type: 'url', index: 0, suffix: 'x' }] },
      'content.parameters.headerObject',
    ],
    [
      'a code is too long',
      'sign_in_code',
      { body: { '1': '1234567890123456' } },
      'content.parameters.body.1',
    ],
    [
      'the offer is over',
      'weekend_offer',
      {
        offerExpiresAt: new Date(Date.now() - 60_000).toISOString(),
        buttons: [{ type: 'copy_code', index: 0, code: 'WEEKEND' }],
      },
      'content.parameters.offerExpiresAt',
    ],
  ])('because %s', async (_, name, parameters, field) => {
    const { body } = await send(name, parameters).expect(422)
    expect(body).toMatchObject({ code: 'template_parameters', action: expect.any(String) })
    expect(Object.keys(body.fieldErrors)).toContain(field)
  })

  it('because a one-time code takes a phone, and none is known', async () => {
    const sam = await customerWrites(shop, 'sam', YESTERDAY)
    const { body } = await send('sign_in_code', { body: { '1': '123456' } }, sam).expect(422)
    expect(body).toMatchObject({ code: 'phone_required', action: expect.any(String) })
  })
})
