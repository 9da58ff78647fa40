import type { TemplateParameters } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import type { Template, TemplateComponent } from './component.ts'
import { prepareTemplate } from './prepare-template.ts'
import { wireTemplate } from './wire-template.ts'

const body = { type: 'BODY', text: 'Hi {{1}}, order {{2}} is on its way.' }
const plain = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
  body,
  { type: 'FOOTER', text: 'Acme' },
  { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
]
const template = (components: TemplateComponent[] = plain, change: Partial<Template> = {}): Template => ({
  id: '1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  components,
  ...change,
})
const fixed = { type: 'BODY', text: 'Hello' }
const header = (format: string) => template([{ type: 'HEADER', format }, fixed])
const buttons = (...all: { type: string; text?: string; url?: string }[]) =>
  template([fixed, { type: 'BUTTONS', buttons: all.map((one) => ({ text: one.type, ...one })) }])
const suffixed = { type: 'URL', url: 'https://shop.example/{{1}}' }
const offer = (has_expiration: boolean) =>
  template([fixed, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration } }])
const card = {
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Only {{1}}' },
    { type: 'BUTTONS', buttons: [{ ...suffixed, text: 'Buy' }] },
  ],
}
const carousel = template([fixed, { type: 'carousel', cards: [card, card] }])
const oneTimeCode = template(
  [
    { type: 'BODY', text: '*{{1}}* is your code.' },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
    },
  ],
  { category: 'AUTHENTICATION' },
)

const media = { id: '1' }
const values = { header: { '1': '#7' }, body: { '1': 'Anna', '2': '#7' } }
const filledCard = {
  headerObject: { type: 'image' as const, media },
  body: { '1': '€7' },
  buttons: [{ type: 'url' as const, index: 0, suffix: 'a' }],
}
const sections = [{ title: 'Tents', productIds: ['t1'] }]
const location = { type: 'location' as const, latitude: 1, longitude: 2, name: 'Shop', address: 'Street 1' }

function prepare(stored: Template | null, parameters: TemplateParameters = {}) {
  return prepareTemplate({ type: 'template', name: 'order_update', language: 'en_US', parameters }, stored)
}

function refusalOf(stored: Template | null, parameters: TemplateParameters = {}) {
  try {
    prepare(stored, parameters)
  } catch (error) {
    return error as { status: number; body: { code: string; fieldErrors?: Record<string, string> } }
  }
  throw new Error('was not refused')
}

describe('a template about to be sent', () => {
  it('shows what the customer will read', () => {
    expect(prepare(template(), values).rendered).toEqual({
      header: 'Order #7',
      body: 'Hi Anna, order #7 is on its way.',
      footer: 'Acme',
      buttons: ['Thanks'],
    })
  })

  it('shows money and times as they are written where they cannot be adapted', () => {
    const price = { type: 'currency' as const, fallback: '€7.00', currency: 'EUR', amount1000: 7000 }
    const day = { type: 'date_time' as const, fallback: 'Monday' }
    const { rendered } = prepare(template([body]), { body: { '1': price, '2': day } })
    expect(rendered.body).toBe('Hi €7.00, order Monday is on its way.')
  })

  it('shows its cards', () => {
    expect(prepare(carousel, { cards: [filledCard, filledCard] }).rendered.cards).toEqual([
      { body: 'Only €7', buttons: ['Buy'] },
      { body: 'Only €7', buttons: ['Buy'] },
    ])
  })

  it('does not fill parameters into the values of others', () => {
    const { rendered } = prepare(template(), { header: { '1': 'x' }, body: { '1': '{{2}}', '2': 'y' } })
    expect(rendered.body).toBe('Hi {{2}}, order y is on its way.')
  })

  it('carries a one-time code in its text and on its button', () => {
    const prepared = prepare(oneTimeCode, { body: { '1': '123456' } })
    expect(prepared.rendered.body).toBe('*123456* is your code.')
    expect(wireTemplate(prepared).components).toEqual([
      { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
    ])
  })

  it('takes the button of a form along even when nothing is said about it', () => {
    expect(wireTemplate(prepare(buttons({ type: 'QUICK_REPLY' }, { type: 'FLOW' }))).components).toEqual([
      { type: 'button', sub_type: 'flow', index: '1', parameters: [{ type: 'action', action: {} }] },
    ])
  })

  it.each<[string, Template, TemplateParameters]>([
    ['nothing', template([fixed]), {}],
    ['a picture', header('IMAGE'), { headerObject: { type: 'image', media } }],
    ['a video', header('video'), { headerObject: { type: 'video', media } }],
    ['a file', header('DOCUMENT'), { headerObject: { type: 'document', media } }],
    ['a place', header('LOCATION'), { headerObject: location }],
    ['a product', header('PRODUCT'), { headerObject: { type: 'product', catalogId: '1', productId: 't' } }],
    ['the rest of a link', buttons(suffixed), { buttons: [{ type: 'url', index: 0, suffix: 'a' }] }],
    [
      'a payload',
      buttons({ type: 'QUICK_REPLY' }),
      { buttons: [{ type: 'quick_reply', index: 0, payload: 'p' }] },
    ],
    ['no payload', buttons({ type: 'QUICK_REPLY' }), {}],
    [
      'a code to copy',
      buttons({ type: 'COPY_CODE' }),
      { buttons: [{ type: 'copy_code', index: 0, code: 'A' }] },
    ],
    ['a form', buttons({ type: 'FLOW' }), { buttons: [{ type: 'flow', index: 0, token: 't' }] }],
    [
      'a catalogue',
      buttons({ type: 'CATALOG' }),
      { buttons: [{ type: 'catalog', index: 0, thumbnailProductId: 't' }] },
    ],
    [
      'products',
      buttons({ type: 'MPM' }),
      { buttons: [{ type: 'products', index: 0, thumbnailProductId: 't1', sections }] },
    ],
    ['a call', buttons({ type: 'VOICE_CALL' }), { buttons: [{ type: 'call', index: 0, ttlMinutes: 5 }] }],
    [
      'what needs nothing',
      buttons(
        { type: 'PHONE_NUMBER' },
        { type: 'SPM' },
        { type: 'URL', url: 'https://a.example' },
        { type: 'REQUEST_CONTACT_INFO' },
      ),
      {},
    ],
    ['the end of an offer', offer(true), { offerExpiresAt: '2026-12-01T00:00:00Z' }],
    ['an offer without end', offer(false), {}],
    ['cards', carousel, { cards: [filledCard, filledCard] }],
    [
      'a named value',
      template([{ type: 'BODY', text: '{{first_name}}!' }]),
      { body: { first_name: 'Anna' } },
    ],
  ])('takes %s where the template has it', (_, stored, parameters) => {
    expect(prepare(stored, parameters)).toMatchObject({ parameters })
  })
})

describe('a template is refused', () => {
  it.each<[string, Template | null, string]>([
    ['is not there', null, 'template_not_found'],
    ['is not approved', template(plain, { status: 'PENDING' }), 'template_not_approved'],
    ['was paused', template(plain, { status: 'PAUSED' }), 'template_not_approved'],
    ['is a bill', buttons({ type: 'ORDER_DETAILS' }), 'template_unsupported'],
    ['has a part that nobody knows', template([fixed, { type: 'HOLOGRAM' }]), 'template_unsupported'],
    ['has a header that nobody knows', header('HOLOGRAM'), 'template_unsupported'],
    [
      'has such a thing on a card',
      template([fixed, { type: 'CAROUSEL', cards: [{ components: [{ type: 'X' }] }] }]),
      'template_unsupported',
    ],
  ])('where it %s', (_, stored, code) => {
    expect(refusalOf(stored)).toMatchObject({ status: 422, body: { code } })
  })

  const x = (length: number) => 'x'.repeat(length)
  const url = { type: 'url' as const, index: 0, suffix: 'a' }
  it.each<[string, Template, TemplateParameters, string[]]>([
    [
      'values are missing or too many',
      template(),
      { body: { '1': 'Anna', '9': 'x' } },
      ['header.1', 'body.2', 'body.9'],
    ],
    [
      'a value is in another part',
      template([body]),
      { header: { '1': 'x' }, body: values.body },
      ['header.1'],
    ],
    [
      'a name of every object is asked for',
      template([body]),
      { body: { ...values.body, constructor: 'x' } },
      ['body.constructor'],
    ],
    ['a value has a line break', template(), { ...values, body: { '1': 'a\nb', '2': 'c' } }, ['body.1']],
    ['a value has wide gaps', template(), { ...values, body: { '1': 'a     b', '2': 'c' } }, ['body.1']],
    ['the text gets too long', template([body]), { body: { '1': x(1000), '2': x(20) } }, ['body']],
    ['the header gets too long', template(), { ...values, header: { '1': x(60) } }, ['header']],
    ['a picture is missing', header('IMAGE'), {}, ['headerObject']],
    [
      'a place has no address',
      header('LOCATION'),
      { headerObject: { ...location, address: undefined } },
      ['headerObject.address'],
    ],
    ['a place stands for a picture', header('IMAGE'), { headerObject: location }, ['headerObject']],
    [
      'a picture is too many',
      template(),
      { ...values, headerObject: { type: 'image', media } },
      ['headerObject'],
    ],
    ['the rest of a link is missing', buttons(suffixed), {}, ['buttons']],
    ['a code to copy is missing', buttons({ type: 'COPY_CODE' }), {}, ['buttons']],
    [
      'a code to copy is too long',
      buttons({ type: 'COPY_CODE' }),
      { buttons: [{ type: 'copy_code', index: 0, code: x(16) }] },
      ['buttons.0.code'],
    ],
    [
      'a code to copy is two words',
      buttons({ type: 'COPY_CODE' }),
      { buttons: [{ type: 'copy_code', index: 0, code: 'SAVE 15' }] },
      ['buttons.0.code'],
    ],
    ...['a b', 'a\nb', '\u202ea', '{{1}}', 'https://elsewhere.example/a'].map(
      (suffix): [string, Template, TemplateParameters, string[]] => [
        `the rest of a link is ${JSON.stringify(suffix)}`,
        buttons(suffixed),
        { buttons: [{ type: 'url', index: 0, suffix }] },
        ['buttons.0.suffix'],
      ],
    ),
    [
      'a link needs nothing',
      buttons({ type: 'URL', url: 'https://a.example' }),
      { buttons: [url] },
      ['buttons.0'],
    ],
    ['a button is another', buttons({ type: 'QUICK_REPLY' }), { buttons: [url] }, ['buttons.0']],
    ['a button is not there', buttons(suffixed), { buttons: [url, { ...url, index: 1 }] }, ['buttons.1']],
    ['a button is given twice', buttons(suffixed), { buttons: [url, url] }, ['buttons.1']],
    [
      'there are too many products',
      buttons({ type: 'MPM' }),
      {
        buttons: [
          {
            type: 'products',
            index: 0,
            thumbnailProductId: 't',
            sections: [{ title: x(25), productIds: ['a'] }],
          },
        ],
      },
      ['buttons.0.sections.0.title'],
    ],
    ['an offer has no end', offer(true), {}, ['offerExpiresAt']],
    [
      'there is no offer to end',
      template([fixed]),
      { offerExpiresAt: '2026-12-01T00:00:00Z' },
      ['offerExpiresAt'],
    ],
    ['cards are missing', carousel, {}, ['cards']],
    [
      'there are more cards than approved',
      carousel,
      { cards: [filledCard, filledCard, filledCard] },
      ['cards'],
    ],
    ['there are cards without need', template([fixed]), { cards: [filledCard, filledCard] }, ['cards']],
    [
      'a card lacks something',
      carousel,
      { cards: [filledCard, {}] },
      ['cards.1.body.1', 'cards.1.headerObject', 'cards.1.buttons'],
    ],
    ['a one-time code is missing', oneTimeCode, {}, ['body.1']],
    ['a one-time code is too long', oneTimeCode, { body: { '1': x(16) } }, ['body.1']],
    [
      'a one-time code is put on the button by hand',
      oneTimeCode,
      { body: { '1': '1' }, buttons: [url] },
      ['buttons'],
    ],
  ])('by the field where %s', (_, stored, parameters, fields) => {
    const { status, body } = refusalOf(stored, parameters)
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'template_parameters' })
    expect(Object.keys(body.fieldErrors!)).toEqual(fields.map((field) => `content.parameters.${field}`))
  })
})
