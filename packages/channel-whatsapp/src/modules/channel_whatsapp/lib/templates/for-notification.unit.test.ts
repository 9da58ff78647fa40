import type { Template } from './component.ts'
import { candidatesFor } from './for-notification.ts'
import type { Data } from './mapping/resolve.ts'

const body = { type: 'BODY', text: 'Hi {{name}}, order {{order}} is on its way.' }
const template = (change: Partial<Template> = {}): Template => ({
  id: '1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  components: [body],
  ...change,
})
const data = { name: 'Maria', order: '#7' }
const inLanguages = (...languages: string[]) => languages.map((language) => template({ language }))

describe('the language', () => {
  test.each<[string[], string[], string[]]>([
    [['pl'], ['en_US', 'pl', 'de'], ['pl', 'en_US', 'de']],
    [['pt-BR'], ['en', 'pt_PT', 'pt_BR'], ['pt_BR', 'pt_PT', 'en']],
    [['pt_AO'], ['en', 'pt_PT', 'pt_BR'], ['pt_BR', 'pt_PT', 'en']],
    [['de_AT'], ['en_US', 'de', 'es'], ['de', 'en_US', 'es']],
    [['zh_TW'], ['en', 'zh_CN', 'zh_HK'], ['zh_HK', 'en', 'zh_CN']],
    [['fr'], ['pl', 'es', 'en_GB', 'de'], ['en_GB', 'de', 'es', 'pl']],
    [[], ['pl', 'en_US', 'de'], ['en_US', 'de', 'pl']],
    [['pl'], ['es', 'de'], ['de', 'es']],
    [
      ['pl', 'de'],
      ['en_US', 'es', 'de'],
      ['de', 'en_US', 'es'],
    ],
    [
      ['pt_BR', 'de'],
      ['en', 'de', 'pt_PT'],
      ['pt_PT', 'de', 'en'],
    ],
    [
      ['fr', 'es', 'en_GB'],
      ['en_US', 'en_GB', 'de'],
      ['en_GB', 'en_US', 'de'],
    ],
  ])('%s of %p is taken in the order %p', (languages, known, expected) => {
    const candidates = candidatesFor({ languages, data }, inLanguages(...known))
    expect(candidates.map((one) => one.language)).toEqual(expected)
  })
})

describe('the data', () => {
  const only = (
    components: Template['components'],
    given: Data,
    change: Partial<Template> = {},
    mapping = {},
  ) => candidatesFor({ languages: ['en'], data: given }, [template({ components, ...change })], mapping)[0]

  it('fills in header and body by the names of their variables', () => {
    const header = { type: 'HEADER', format: 'TEXT', text: 'For {{name}}' }
    expect(only([header, body], { ...data, unasked: 'x' })).toMatchObject({
      state: 'usable',
      missing: [],
      content: {
        type: 'template',
        name: 'order_update',
        language: 'en_US',
        parameters: { header: { name: 'Maria' }, body: data },
      },
    })
  })

  it.each([
    ['nothing', {}, ['name', 'order']],
    ['one of two', { order: '#7' }, ['name']],
    ['blank text', { name: ' ', order: '#7' }, ['name']],
    ['names of the language itself', JSON.parse('{"__proto__": "x", "order": "#7"}'), ['name']],
  ])('that is %s leaves its variables open, each named once', (_, given, missing) => {
    const header = { type: 'HEADER', format: 'TEXT', text: 'For {{name}}' }
    const candidate = only([header, body], given)
    expect(candidate?.missing.toSorted()).toEqual(missing)
    expect(candidate?.content).toBeNull()
  })

  it('is not asked for by a template without variables', () => {
    expect(only([{ type: 'BODY', text: 'We are still here.' }], {})?.content?.parameters).toEqual({})
  })

  it('may be a one-time code', () => {
    const components = [
      { type: 'BODY', text: '*{{1}}* is your code.' },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] },
    ]
    expect(only(components, { '1': '123456' }, { category: 'AUTHENTICATION' })).toMatchObject({
      purpose: 'authentication',
      content: { parameters: { body: { '1': '123456' } } },
    })
  })

  const track = {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Thanks' },
      { type: 'URL', text: 'Track', url: 'https://t.example/{{1}}' },
      { type: 'COPY_CODE', text: 'Copy' },
    ],
  }

  it('goes onto buttons too, where the mapping says which', () => {
    const mapping = { 'buttons.1': { source: 'shipment.tracking_url' } }
    const given = { ...data, tracking_url: 'https://t.example/PL7', coupon_code: 'SAVE' }
    expect(only([body, track], given, {}, mapping)?.content?.parameters.buttons).toEqual([
      { type: 'url', index: 1, suffix: 'PL7' },
      { type: 'copy_code', index: 2, code: 'SAVE' },
    ])
    expect(only([body, track], data, {}, mapping)).toMatchObject({ missing: ['tracking_url', 'Copy'] })
  })

  it('fills numbered variables by a mapping, and what is missing by its fallback', () => {
    const numbered = { type: 'BODY', text: 'Hi {{1}}, order {{2}}.' }
    const mapping = {
      'body.1': { source: 'contact.first_name', fallback: 'there' },
      'body.2': { source: 'order.number' },
    }
    expect(only([numbered], { order_number: '7' }, {}, mapping)?.content?.parameters).toEqual({
      body: { '1': 'there', '2': '7' },
    })
    expect(only([numbered], {}, {}, mapping)).toMatchObject({ missing: ['order_number'], content: null })
  })

  it('is written in the manner of each language', () => {
    const money = { type: 'BODY', text: '{{order_total}} until {{due_date}}' }
    const given: Data = {
      order_total: { type: 'money', amount: '129.90', currency: 'EUR' },
      due_date: { type: 'date', at: '2026-12-15T12:00:00Z' },
    }
    const inLanguage = (language: string) => only([money], given, { language })?.content?.parameters.body
    expect(inLanguage('en_US')).toEqual({ order_total: '€129.90', due_date: 'December 15, 2026' })
    expect(inLanguage('de')).toEqual({ order_total: '129,90\u00a0€', due_date: '15. Dezember 2026' })
  })

  it.each<[string, Template['components']]>([
    ['a picture', [{ type: 'HEADER', format: 'IMAGE' }, body]],
    ['a list of products', [body, { type: 'BUTTONS', buttons: [{ type: 'MPM' }] }]],
    [
      'the end of an offer',
      [body, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } }],
    ],
    ['cards', [body, { type: 'CAROUSEL', cards: [{ components: [body] }] }]],
  ])('is no %s, so a template that needs one carries no notification', (_, components) => {
    expect(only(components, data)).toMatchObject({ state: 'unsupported', content: null })
  })
})

it('says how a template stands that cannot be sent, and fills nothing in', () => {
  const [candidate] = candidatesFor({ languages: ['en'], data }, [template({ status: 'PAUSED' })])
  expect(candidate).toMatchObject({ state: 'paused', content: null })
})
