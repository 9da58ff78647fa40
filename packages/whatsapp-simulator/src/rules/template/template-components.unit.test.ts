import { defaultTemplates } from '../../accounts/default-templates.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import { changed } from '../../testing/change.ts'
import { button, templateSends } from '../../testing/template-sends.ts'
import { renderTemplateSend } from './template-send.ts'

const templates = defaultTemplates('3', 'Acme')
const english = { code: 'en_US' }
const picture = { type: 'image', image: { id: '1' } }

test.each<[name: string, path: string, value: unknown, code: number]>([
  ['new_collection', '0', undefined, 132012],
  ['new_collection', '0.parameters.0', { type: 'video', video: { id: '1' } }, 132012],
  ['new_collection', '0.parameters.0.image', { id: '1', link: 'https://example.com' }, 131009],
  ['new_collection', '0.parameters.0.image', {}, 131008],
  ['new_collection', '2', undefined, 131008],
  ['new_collection', '2.sub_type', 'copy_code', 132012],
  ['new_collection', '2.index', 7, 132018],
  ['new_collection', '2.index', 1, 132012],
  ['new_collection', '3', button('phone_number', 1, { type: 'text', text: '1' }), 132018],
  ['new_collection', '2.parameters.0', { type: 'payload', payload: 'x' }, 132012],
  ['new_collection', '0.type', 'head', 100],
  ['new_collection', '0.colour', 'red', 100],
  ['pickup_point', '0.parameters.0.location.name', undefined, 131008],
  ['coupon_for_you', '0', undefined, 131008],
  ['coupon_for_you', '0.parameters.0.coupon_code', 'x'.repeat(16), 100],
  ['weekend_offer', '1', undefined, 132012],
  ['weekend_offer', '1.parameters.0.limited_time_offer.expiration_time_ms', 'soon', 131009],
  ['coupon_for_you', '1', { type: 'limited_time_offer', parameters: [{ type: 'x' }] }, 132012],
  ['two_favourites', '1', undefined, 132012],
  ['two_favourites', '1.cards', [], 132012],
  ['two_favourites', '1.cards.1.card_index', 5, 132012],
  ['two_favourites', '1.cards.0.components.0.parameters.0', { type: 'text', text: 'a' }, 132012],
  ['two_favourites', '1.cards.0.components.1.parameters', [], 132000],
  ['two_favourites', '1.cards.0.components.3.parameters', [], 131008],
  ['two_favourites', '1.cards.0.components.1.parameters.0.text', 'x'.repeat(160), 132005],
  ['picked_for_you', '1', undefined, 131008],
  ['picked_for_you', '1.parameters.0.action.sections', [], 131009],
  ['book_a_fitting', '0', undefined, 131008],
  ['book_a_fitting', '0.parameters.0.action', undefined, 131008],
  ['call_us_back', '0.parameters.0.ttl_minutes', 0, 131009],
  ['call_us_back', '0.parameters.1', { type: 'ttl_minutes', ttl_minutes: 7 }, 132000],
  ['sign_in_code', '1', undefined, 131008],
  ['sign_in_code', '0.parameters.0.text', '1234567890123456', 132018],
  ['sign_in_code', '1.parameters.0.text', '654321', 132018],
  ['sign_in_code', '1.parameters.0.text', '1234567890123456', 132018],
  ['order_update', '0.parameters.1.currency', {}, 131008],
  ['order_update', '0.parameters.1.currency.code', undefined, 131008],
  ['order_update', '0.parameters.1.currency.code', 'euro', 131009],
  ['order_update', '0.parameters.1.currency.amount_1000', undefined, 131008],
  ['order_update', '0.parameters.1.currency.amount_1000', '7000', 131009],
  ['order_update', '0.parameters.1.currency.fallback_value', 7, 131009],
  ['order_update', '0.parameters.1', { type: 'date_time', date_time: {} }, 131008],
  ['order_update', '1', { type: 'header', parameters: [picture] }, 132000],
])('%s with component %s as %p is refused with its code', (name, path, value, code) => {
  const components = changed(templateSends[name]!, path, value).filter(Boolean)
  let refusal: unknown
  try {
    renderTemplateSend(templates, { name, language: english, components })
  } catch (error) {
    refusal = error
  }
  expect((refusal as GraphError | undefined)?.code).toBe(code)
})

test('a one-time code is counted in characters', () => {
  const code = '🔑'.repeat(15)
  const components = [
    { type: 'body', parameters: [{ type: 'text', text: code }] },
    button('url', 0, { type: 'text', text: code }),
  ]
  const { rendered } = renderTemplateSend(templates, { name: 'sign_in_code', language: english, components })
  expect(rendered.body).toContain(code)
})

test.each([
  [
    'coupon_for_you',
    '0.parameters.0.coupon_code',
    undefined,
    "Parameter 'template.components[0].parameters[0].coupon_code' is mandatory for type 'template'.",
  ],
  [
    'coupon_for_you',
    '0.parameters.0.coupon_code',
    'x'.repeat(16),
    "Param template['components'][0]['parameters'][0]['coupon_code'] must be at most 15 characters long.",
  ],
  [
    'new_collection',
    '0.parameters.0.image',
    {},
    "Parameter 'template.components[0].parameters[0].image' needs id or link.",
  ],
  [
    'two_favourites',
    '1.cards.1.components.3.parameters.0.text',
    7,
    "Parameter 'template.components[1].cards[1].components[3].parameters[0].text' must be of type string.",
  ],
])('%s with %s as %p: the parameter is named as it was written', (name, path, value, words) => {
  expect.assertions(1)
  try {
    const components = changed(templateSends[name]!, path, value)
    renderTemplateSend(templates, { name, language: english, components })
  } catch (error) {
    const { details, title } = error as GraphError
    expect(details ?? title).toBe(words)
  }
})
