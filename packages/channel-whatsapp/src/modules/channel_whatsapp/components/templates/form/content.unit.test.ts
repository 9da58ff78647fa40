import { filled } from '../../../../../../test/filled-template.ts'
import { everyKind, sample } from '../../../../../../test/template-samples.ts'
import type { Template as KnownTemplate } from '../../../lib/templates/component.ts'
import { prepareTemplate } from '../../../lib/templates/prepare-template.ts'
import { toContent } from './content.ts'
import { fieldsOf } from './fields.ts'
import { problemsOf } from './problems.ts'
import { withSections } from './sections.ts'

const kinds = Object.keys(everyKind)
const known = (kind: string, category = 'UTILITY'): KnownTemplate => ({
  ...{ id: '1', name: 'n', language: 'en_US', status: 'APPROVED', category },
  components: everyKind[kind]!,
})
const NOW = Date.parse('2026-11-22T12:00:00Z')

describe('what the form hands over', () => {
  it.each(kinds)('is what a template with %s takes, and the server finds nothing wrong with it', (kind) => {
    const template = sample('n', everyKind[kind]!)
    const { values, fileIds } = filled(template, (media) => media)
    expect(problemsOf(fieldsOf(template), values, new Set(Object.keys(fileIds)), NOW)).toEqual({})
    expect(() => prepareTemplate(toContent(template, values, fileIds), known(kind))).not.toThrow()
  })

  it.each(kinds)('lacks nothing that the form did not complain about: %s', (kind) => {
    const template = sample('n', everyKind[kind]!)
    const fields = fieldsOf(template).filter(({ kind: one }) => one !== 'thumbnail')
    const problems = Object.keys(problemsOf(fields, {}, new Set(), NOW))
    for (const { path } of fields) {
      expect(problems.some((input) => input === path || input.startsWith(`${path}.`))).toBe(true)
    }
  })

  it('has the values of a carousel on their cards', () => {
    const template = sample('n', everyKind['a carousel']!)
    const values = {
      'body.1': 'Ana',
      'cards.0.body.1': 'tent',
      'cards.0.buttons.1': 'tents',
      'cards.1.body.1': 'bag',
      'cards.1.buttons.1': 'bags',
    }
    const fileIds = { 'cards.0.headerObject': 'f0', 'cards.1.headerObject': 'f1' }
    expect(toContent(template, values, fileIds).parameters).toEqual({
      body: { '1': 'Ana' },
      cards: [
        {
          headerObject: { type: 'image', media: { fileId: 'f0' } },
          body: { '1': 'tent' },
          buttons: [{ type: 'url', index: 1, suffix: 'tents' }],
        },
        {
          headerObject: { type: 'image', media: { fileId: 'f1' } },
          body: { '1': 'bag' },
          buttons: [{ type: 'url', index: 1, suffix: 'bags' }],
        },
      ],
    })
  })

  it('is a one-time code in the text alone', () => {
    const components = everyKind['the rest of a link']!.map((one) =>
      one.type === 'BODY' ? { ...one, text: '{{1}} is your code.' } : one,
    )
    const template = sample('n', components, { category: 'AUTHENTICATION' })
    expect(toContent(template, { 'body.1': ' 123456 ' }).parameters).toEqual({ body: { '1': '123456' } })
  })

  it('leaves out a picture of the catalog that nobody chose', () => {
    expect(toContent(sample('n', everyKind['a catalog']!), {}).parameters).toEqual({})
  })
})

describe('before anybody asks the server', () => {
  it.each<[string, string, Record<string, string>, object]>([
    ['a value of two lines', 'numbered values', { 'body.2': 'a\nb' }, { 'body.2': 'lines' }],
    [
      'a value with a wide gap',
      'named values',
      { 'body.first_name': 'a     b' },
      { 'body.first_name': 'lines' },
    ],
    ['a code too long', 'a code to copy', { 'buttons.0': 'x'.repeat(16) }, { 'buttons.0': 'copyCode' }],
    ['a code of two words', 'a code to copy', { 'buttons.0': 'SAVE 15' }, { 'buttons.0': 'copyCode' }],
    [
      'a place beyond the pole',
      'a place',
      { 'headerObject.latitude': '91' },
      { 'headerObject.latitude': 'latitude' },
    ],
    [
      'a place nowhere',
      'a place',
      { 'headerObject.longitude': 'x' },
      { 'headerObject.longitude': 'longitude' },
    ],
    [
      'an offer that is over',
      'an offer that ends',
      { offerExpiresAt: '2026-11-22T09:00' },
      { offerExpiresAt: 'past' },
    ],
    ['no time at all', 'an offer that ends', { offerExpiresAt: 'soon' }, { offerExpiresAt: 'missing' }],
    [
      'a title too long',
      'a list of products',
      { 'buttons.0.sections.0.title': 'x'.repeat(25) },
      { 'buttons.0.sections.0.title': 'titleLong' },
    ],
    [
      'too many products',
      'a list of products',
      { 'buttons.0.sections.0.productIds': Array.from({ length: 31 }, (_, i) => `p${i}`).join(',') },
      { 'buttons.0.sections.0.productIds': 'productsMany' },
    ],
  ])('%s is found', (_, kind, change, expected) => {
    const template = sample('n', everyKind[kind]!)
    const { values, fileIds } = filled(template, (media) => media)
    const files = new Set(Object.keys(fileIds))
    expect(problemsOf(fieldsOf(template), { ...values, ...change }, files, NOW)).toEqual(expected)
  })

  it('a section that was taken away is asked for no more', () => {
    const template = sample('n', everyKind['a list of products']!)
    const { values } = filled(template, (media) => media)
    const two = withSections(values, 'buttons.0', [
      { title: 'A', products: 'a' },
      { title: '', products: '' },
    ])
    expect(Object.keys(problemsOf(fieldsOf(template), two, new Set(), NOW))).toEqual([
      'buttons.0.sections.1.title',
      'buttons.0.sections.1.productIds',
    ])
    const one = withSections(two, 'buttons.0', [{ title: 'A', products: 'a' }])
    expect(problemsOf(fieldsOf(template), one, new Set(), NOW)).toEqual({})
  })
})
