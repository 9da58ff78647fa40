import type { Template } from './component.ts'
import { candidatesFor } from './for-notification.ts'

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
  test.each<[string | null, string[], string[]]>([
    ['pl', ['en_US', 'pl', 'de'], ['pl', 'en_US', 'de']],
    ['pt-BR', ['en', 'pt_PT', 'pt_BR'], ['pt_BR', 'pt_PT', 'en']],
    ['pt_AO', ['en', 'pt_PT', 'pt_BR'], ['pt_BR', 'pt_PT', 'en']],
    ['de_AT', ['en_US', 'de', 'es'], ['de', 'en_US', 'es']],
    ['fr', ['pl', 'es', 'en_GB', 'de'], ['en_GB', 'de', 'es', 'pl']],
    [null, ['pl', 'en_US', 'de'], ['en_US', 'de', 'pl']],
    ['pl', ['es', 'de'], ['de', 'es']],
  ])('%s of %p is taken in the order %p', (language, known, expected) => {
    const candidates = candidatesFor({ language, data }, inLanguages(...known))
    expect(candidates.map((one) => one.language)).toEqual(expected)
  })
})

describe('the data', () => {
  const only = (components: Template['components'], given: Record<string, string>, category = 'UTILITY') =>
    candidatesFor({ language: 'en', data: given }, [template({ components, category })])[0]

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
    expect(only(components, { '1': '123456' }, 'AUTHENTICATION')).toMatchObject({
      purpose: 'authentication',
      content: { parameters: { body: { '1': '123456' } } },
    })
  })

  it.each<[string, Template['components']]>([
    ['a picture', [{ type: 'HEADER', format: 'IMAGE' }, body]],
    [
      'a link of its own',
      [body, { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://a.example/{{1}}' }] }],
    ],
    ['cards', [body, { type: 'CAROUSEL', cards: [{ components: [body] }] }]],
  ])('is no %s, so a template that needs one carries no notification', (_, components) => {
    expect(only(components, data)).toMatchObject({ state: 'unsupported', content: null })
  })
})

it('says how a template stands that cannot be sent, and fills nothing in', () => {
  const [candidate] = candidatesFor({ language: 'en', data }, [template({ status: 'PAUSED' })])
  expect(candidate).toMatchObject({ state: 'paused', content: null })
})
