import { defaultTemplates } from '../../accounts/default-templates.ts'
import type { Template } from '../../accounts/template.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import { changed } from '../../testing/change.ts'
import { button, templateSends } from '../../testing/template-sends.ts'
import { renderTemplateSend } from './template-send.ts'

const templates: Template[] = [
  ...defaultTemplates('3', 'Acme'),
  ...defaultTemplates('4', 'Acme')
    .slice(3, 4)
    .flatMap((template): Template[] => [
      { ...template, name: 'paused', status: 'PAUSED' },
      { ...template, name: 'disabled', status: 'DISABLED' },
    ]),
]
const english = { code: 'en_US' }
const texts = (...values: string[]) => [
  { type: 'body', parameters: values.map((text) => ({ type: 'text', text })) },
]
const named = (parameter_name: string | undefined) => [
  { type: 'BODY', parameters: [{ type: 'text', text: 'Maria', parameter_name }] },
]

test('positional and named parameters are filled in', () => {
  const order = renderTemplateSend(templates, {
    name: 'order_update',
    language: english,
    components: texts('Maria', 'A-1'),
  })
  expect(order.rendered).toEqual({
    header: null,
    body: 'Hi Maria, your order A-1 is on its way.',
    footer: 'Acme',
    buttons: [],
  })
  const welcome = renderTemplateSend(templates, {
    name: 'welcome_back',
    language: english,
    components: named('first_name'),
  })
  expect(welcome.rendered.body).toMatch(/^Hello Maria,/)
  expect(welcome.rendered.buttons).toEqual(['Yes, please', 'Not now'])
})

test.each<[string, Record<string, unknown>, number]>([
  ['no name', { language: english }, 131008],
  ['an unknown name', { name: 'nothing', language: english }, 132001],
  [
    'another language',
    { name: 'order_update', language: { code: 'fr' }, components: texts('a', 'b') },
    132001,
  ],
  ['a pending one', { name: 'delivery_survey', language: english }, 132001],
  ['a rejected one', { name: 'flash_sale', language: english }, 132001],
  ['a paused one', { name: 'paused', language: english }, 132015],
  ['a disabled one', { name: 'disabled', language: english }, 132016],
  ['too few parameters', { name: 'order_update', language: english, components: texts('a') }, 132000],
  [
    'parameters where there are none',
    { name: 'appointment_reminder', language: english, components: texts('a') },
    132000,
  ],
  [
    'a named one without its name',
    { name: 'welcome_back', language: english, components: named(undefined) },
    100,
  ],
  [
    'a named one with another name',
    { name: 'welcome_back', language: english, components: named('surname') },
    132012,
  ],
  ['a line break', { name: 'order_update', language: english, components: texts('a\nb', 'c') }, 132018],
  [
    'too much text',
    { name: 'order_update', language: english, components: texts('a', 'x'.repeat(1024)) },
    132005,
  ],
  [
    'a picture for a text',
    {
      name: 'welcome_back',
      language: english,
      components: [{ type: 'body', parameters: [{ type: 'image', parameter_name: 'first_name' }] }],
    },
    132012,
  ],
])('%s is refused', (_case, template, code) => {
  expect.assertions(1)
  try {
    renderTemplateSend(templates, template)
  } catch (error) {
    expect((error as GraphError).code).toBe(code)
  }
})

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
  ['picked_for_you', '1', undefined, 131008],
  ['picked_for_you', '1.parameters.0.action.sections', [], 131009],
  ['book_a_fitting', '0', undefined, 131008],
  ['book_a_fitting', '0.parameters.0.action', undefined, 131008],
  ['call_us_back', '0.parameters.0.ttl_minutes', 0, 131009],
  ['sign_in_code', '1', undefined, 131008],
  ['sign_in_code', '0.parameters.0.text', '1234567890123456', 132018],
  ['order_update', '0.parameters.1.currency', {}, 131008],
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

test('a wrong count is told as Meta tells it', () => {
  expect.assertions(1)
  try {
    renderTemplateSend(templates, { name: 'order_update', language: english, components: texts('a') })
  } catch (error) {
    expect((error as GraphError).details).toBe(
      'body: number of localizable_params (1) does not match the expected number of params (2)',
    )
  }
})
