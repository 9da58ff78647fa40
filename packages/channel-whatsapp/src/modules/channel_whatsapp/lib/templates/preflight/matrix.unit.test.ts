import { type PreflightFacts, preflightCells } from './matrix.ts'
import { isRed } from './preflight.ts'

const number = {
  channelId: '0192f4f0-0000-7000-8000-000000000001',
  phone: '+48 22 1',
  accountName: 'Acme',
  connectionId: '0192f4f0-0000-7000-8000-0000000000aa',
}
const template = (language: string, change: object = {}) => ({
  id: `id-${language}`,
  connectionId: number.connectionId,
  name: 'order_shipped',
  language,
  category: 'UTILITY',
  status: 'APPROVED',
  components: [{ type: 'BODY', text: '{{contact_first_name}}: {{order_number}}' }],
  ...change,
})
const facts = (
  templates: PreflightFacts['templates'],
  change: Partial<PreflightFacts> = {},
): PreflightFacts => ({
  notifications: ['order_shipped'],
  languages: ['pl'],
  defaultLanguage: null,
  numbers: [number],
  templates,
  mappings: [],
  ...change,
})
const cell = (templates: PreflightFacts['templates'], change?: Partial<PreflightFacts>) =>
  preflightCells(facts(templates, change))[0]!

const asksMore = { components: [{ type: 'BODY', text: '{{1}} {{order_number}}' }] }

describe('a notification in a language from a number', () => {
  it.each<[string, PreflightFacts['templates'], object]>([
    ['usable', [template('pl')], { templateId: 'id-pl', missing: [] }],
    ['usable', [template('pl_PL'), template('en_US')], { templateId: 'id-pl_PL' }],
    ['missing', [], { templateId: null }],
    ['in_review', [template('pl', { status: 'PENDING' })], { templateId: 'id-pl' }],
    ['rejected', [template('pl', { status: 'REJECTED' })], {}],
    ['paused', [template('pl', { status: 'PAUSED' })], {}],
    ['disabled', [template('pl', { status: 'DISABLED' })], {}],
    ['unsupported', [template('pl', { components: [{ type: 'HEADER', format: 'IMAGE' }] })], {}],
    ['data_missing', [template('pl', asksMore)], { missing: ['1'], templateId: 'id-pl' }],
    ['fallback', [template('en_US')], { fallbackLanguage: 'en_US', templateId: 'id-en_US' }],
    [
      'fallback',
      [template('pl', { status: 'PAUSED' }), template('de')],
      { fallbackLanguage: 'de', templateId: 'id-pl' },
    ],
    [
      'fallback',
      [template('pl', asksMore), template('en_US')],
      { fallbackLanguage: 'en_US', missing: ['1'] },
    ],
    ['missing', [template('en_US', { status: 'PAUSED' })], { templateId: null }],
  ])('is %s', (state, templates, more) => {
    expect(cell(templates)).toMatchObject({ state, notification: 'order_shipped', language: 'pl', ...more })
  })

  it('falls back to the language of the organisation before English', () => {
    const templates = [template('en_US'), template('de')]
    expect(cell(templates, { defaultLanguage: 'de' })).toMatchObject({ fallbackLanguage: 'de' })
  })

  it('is usable with a value from elsewhere once the mapping says so', () => {
    const { connectionId } = number
    const mapping = { 'body.1': { source: 'contact.name' } }
    const mappings = [{ connectionId, name: 'order_shipped', mapping }]
    expect(cell([template('pl', asksMore)], { mappings })).toMatchObject({ state: 'usable' })
    const another = [{ connectionId, name: 'another', mapping }]
    expect(cell([template('pl', asksMore)], { mappings: another })).toMatchObject({ state: 'data_missing' })
  })

  it('does not use the template of another account', () => {
    const elsewhere = template('pl', { connectionId: '0192f4f0-0000-7000-8000-0000000000bb' })
    expect(cell([elsewhere])).toMatchObject({ state: 'missing' })
  })

  it('of the shop’s own brings along what its template asks for', () => {
    const own = template('pl', { name: 'spring_parade', ...asksMore })
    expect(cell([own], { notifications: ['spring_parade'] })).toMatchObject({ state: 'usable' })
  })
})

it('there is one cell for each notification in each language from each number', () => {
  const other = { ...number, channelId: '0192f4f0-0000-7000-8000-000000000002' }
  const cells = preflightCells(
    facts([], {
      notifications: ['welcome', 'order_shipped'],
      languages: ['pl', 'de'],
      numbers: [number, other],
    }),
  )
  expect(new Set(cells.map((one) => [one.notification, one.language, one.channelId].join())).size).toBe(8)
  expect(cells).toHaveLength(8)
  expect(cells.every(isRed)).toBe(true)
})
