import type { Template, TemplateComponent } from '../component.ts'
import { templateMapping } from './mapping.ts'
import { type Data, expectedKey, resolveVariables } from './resolve.ts'
import { mappableVariables } from './variables.ts'

const template = (components: TemplateComponent[], category = 'UTILITY'): Template => ({
  id: '1',
  name: 'n',
  language: 'en',
  category,
  status: 'APPROVED',
  components,
})
const buttons = (...all: { type: string; text?: string; url?: string }[]) => ({
  type: 'BUTTONS',
  buttons: all,
})
const body = (text: string) => ({ type: 'BODY', text })

const resolve = (components: TemplateComponent[], mapping: object, data: Data) =>
  resolveVariables(mappableVariables(template(components)), templateMapping.parse(mapping), data, 'en')

describe('a value comes', () => {
  it.each<[string, string, object, Data, string | undefined]>([
    ['from where the mapping says', '{{1}}', { source: 'order.number' }, { order_number: '7' }, '7'],
    ['from data of its own name', '{{colour}}', {}, { colour: 'red' }, 'red'],
    ['from what its name suggests', '{{name}}', {}, { contact_first_name: 'Ana' }, 'Ana'],
    [
      'from its own name before what that suggests',
      '{{name}}',
      {},
      { name: 'x', contact_first_name: 'Ana' },
      'x',
    ],
    ['from another key that means the same', '{{invoice_total}}', {}, { amount: '7' }, '7'],
    [
      'from the mapping even where data of its own name is there',
      '{{name}}',
      { source: 'contact.name' },
      { name: 'x', contact_name: 'Ana Z' },
      'Ana Z',
    ],
    ['from data of the shop’s own', '{{1}}', { source: 'data.row' }, { row: '12' }, '12'],
    [
      'from the fallback where there is nothing',
      '{{1}}',
      { source: 'contact.name', fallback: 'you' },
      {},
      'you',
    ],
    [
      'from the fallback where there is a blank',
      '{{1}}',
      { source: 'contact.name', fallback: 'you' },
      { contact_name: ' ' },
      'you',
    ],
    [
      'from the fallback where it is free',
      '{{1}}',
      { source: 'free', fallback: 'hello' },
      { '1': 'x' },
      'hello',
    ],
    [
      'from nowhere where only another date is known',
      '{{invoice_date}}',
      {},
      { due_date: '2026' },
      undefined,
    ],
    ['from nowhere where nothing is known', '{{1}}', {}, { order_number: '7' }, undefined],
    [
      'in the form that the mapping says',
      '{{1}}',
      { source: 'order.date', format: 'date' },
      { order_date: '2026-12-03' },
      'December 3, 2026',
    ],
    ['on one line', '{{name}}', {}, { name: 'A\n\tB      C' }, 'A B C'],
  ])('%s', (_, text, entry, data, expected) => {
    const key = text.slice(2, -2)
    const mapping = Object.keys(entry).length > 0 ? { [`body.${key}`]: entry } : {}
    expect(resolve([body(text)], mapping, data)[`body.${key}`]).toBe(expected)
  })
})

describe('a button', () => {
  const link = buttons(
    { type: 'QUICK_REPLY', text: 'x' },
    { type: 'URL', text: 'Track', url: 'https://t.example/p/{{1}}' },
  )
  const from = (source: string) => ({ 'buttons.1': { source } })

  it.each<[string, string, string | undefined]>([
    ['the rest of the link', 'PL7', 'PL7'],
    ['the whole link, of which the template has the beginning', 'https://t.example/p/PL7', 'PL7'],
    ['a link to somewhere else, which cannot be put there', 'https://other.example/PL7', undefined],
    ['the beginning alone', 'https://t.example/p/', undefined],
    ['what no link has in it', 'PL 7', undefined],
  ])('takes %s', (_, value, expected) => {
    const filled = resolve([link], from('shipment.tracking_url'), { tracking_url: value })
    expect(filled['buttons.1']).toBe(expected)
  })

  it('is not guessed from its words', () => {
    expect(resolve([link], {}, { tracking_url: 'PL7', Track: 'x', '1': 'y' })).toEqual({})
  })

  it('with a code takes the one of the offer, if it is short enough', () => {
    const copy = buttons({ type: 'COPY_CODE', text: 'Copy' })
    expect(resolve([copy], {}, { coupon_code: 'SAVE15' })).toEqual({ 'buttons.0': 'SAVE15' })
    expect(resolve([copy], {}, { coupon_code: 'SAVE15SAVE15SAVE' })).toEqual({})
  })

  it('of a one-time code is filled by the code itself', () => {
    const otp = template(
      [body('{{1}}'), buttons({ type: 'URL', url: 'https://a.example/{{1}}' })],
      'AUTHENTICATION',
    )
    expect(mappableVariables(otp).map(({ path }) => path)).toEqual(['body.1'])
  })
})

it('the cards of a carousel are filled each by itself', () => {
  const card = (text: string) => ({ components: [body(text)] })
  const carousel = { type: 'CAROUSEL', cards: [card('{{1}}'), card('{{name}}')] }
  const mapping = { 'cards.0.body.1': { source: 'order.number' } }
  expect(resolve([carousel], mapping, { order_number: '7', name: 'Ana' })).toEqual({
    'cards.0.body.1': '7',
    'cards.1.body.name': 'Ana',
  })
})

it('what is missing is named by the key under which data would have it', () => {
  const [first, second] = mappableVariables(template([body('{{1}} {{name}}')]))
  const mapping = { 'body.1': { source: 'order.number' } }
  expect(expectedKey(first!, mapping)).toBe('order_number')
  expect(expectedKey(second!, mapping)).toBe('name')
})

it.each([
  ['en', 'there'],
  ['pl', 'Kliencie'],
  // Said nowhere, so as for all.
  ['de', 'there'],
])('what stands for a value that is missing is said by language: in %s', (language, expected) => {
  const variables = mappableVariables(template([body('{{1}}')]))
  const mapping = templateMapping.parse({
    'body.1': { source: 'contact.first_name', fallback: 'there', fallbacks: { pl: 'Kliencie', de: ' ' } },
  })
  expect(resolveVariables(variables, mapping, {}, language)).toEqual({ 'body.1': expected })
})

describe('a mapping', () => {
  it.each<[string, object]>([
    ['of a source that nobody has', { 'body.1': { source: 'contact.shoe_size' } }],
    ['of a key that is no key', { 'body.1': { source: 'data.a b' } }],
    ['of a source of every object', { 'body.1': { source: 'constructor' } }],
    ['of a place that no template has', { 'footer.1': { source: 'free' } }],
    ['with a fallback of two lines', { 'body.1': { source: 'free', fallback: 'a\nb' } }],
    ['with a fallback in no language', { 'body.1': { source: 'free', fallbacks: { __proto: 'a' } } }],
    ['in a format that nobody knows', { 'body.1': { source: 'free', format: 'roman' } }],
  ])('%s is refused', (_, mapping) => {
    expect(templateMapping.safeParse(mapping).success).toBe(false)
  })
})
