import { defaultTemplates } from '../../accounts/default-templates.ts'
import type { Template } from '../../accounts/template.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import { renderTemplateSend } from './template-send.ts'

const templates: Template[] = [
  ...defaultTemplates('3', 'Acme'),
  ...defaultTemplates('4', 'Acme')
    .slice(3, 4)
    .flatMap((template): Template[] => [
      { ...template, name: 'paused', status: 'PAUSED' },
      { ...template, name: 'disabled', status: 'DISABLED' },
      {
        ...template,
        name: 'parcel',
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'Parcel {{1}}' },
          { type: 'BODY', text: 'Order {{2}} for {{1}} is here.' },
        ],
      },
      {
        ...template,
        name: 'last_day',
        components: [
          { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Today only', has_expiration: false } },
          { type: 'BODY', text: 'It ends today, {{1}}.' },
        ],
      },
    ]),
]
const english = { code: 'en_US' }
const texts = (...values: string[]) => [
  { type: 'body', parameters: values.map((text) => ({ type: 'text', text })) },
]
const money = { type: 'currency', currency: { fallback_value: '€7', code: 'EUR', amount_1000: 7000 } }
const moment = { type: 'date_time', date_time: { fallback_value: 'Monday' } }
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

test('numbered parameters are filled in by their number, wherever in the text they stand', () => {
  const components = [
    { type: 'header', parameters: [{ type: 'text', text: 'P-1' }] },
    ...texts('Maria', '#7'),
  ]
  const { rendered } = renderTemplateSend(templates, { name: 'parcel', language: english, components })
  expect(rendered).toMatchObject({ header: 'Parcel P-1', body: 'Order #7 for Maria is here.' })
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
  ['text that is none', { name: 'last_day', language: english, components: texts(5 as never) }, 131009],
  [
    'too much text for an offer',
    { name: 'last_day', language: english, components: texts('x'.repeat(600)) },
    132005,
  ],
  [
    'an amount in a header',
    {
      name: 'parcel',
      language: english,
      components: [{ type: 'header', parameters: [money] }, ...texts('Maria', '#7')],
    },
    132012,
  ],
  [
    'a date in a header',
    {
      name: 'parcel',
      language: english,
      components: [{ type: 'header', parameters: [moment] }, ...texts('Maria', '#7')],
    },
    132012,
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
