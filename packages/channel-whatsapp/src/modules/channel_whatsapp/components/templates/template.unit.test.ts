import { fillText, missingParameters, type Template, toContent } from './template.ts'
import { inLanguage, languageName, readableName, templateChoices } from './templateChoices.ts'

const template = (change: Partial<Template> = {}): Template => ({
  id: 't1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  header: 'For {{1}}',
  body: 'Hi {{1}}, your order {{2}} is on its way.',
  footer: null,
  buttons: [],
  parameters: [
    { component: 'header', key: '1', example: 'you' },
    { component: 'body', key: '1', example: 'Ana' },
    { component: 'body', key: '2', example: null },
  ],
  headerMedia: null,
  isSendableHere: true,
  ...change,
})

describe('a template being filled in', () => {
  test('shows what was typed, and an example where nothing was', () => {
    expect(fillText(template(), 'body', { 'body.1': ' Maria ' })).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'value', text: 'Maria' },
      { kind: 'text', text: ', your order ' },
      { kind: 'missing', text: '{{2}}' },
      { kind: 'text', text: ' is on its way.' },
    ])
  })

  test('keeps the first parameter of header and body apart', () => {
    const values = { 'header.1': 'Maria', 'body.1': 'Ms Nowak', 'body.2': '1042' }
    expect(missingParameters(template(), values)).toEqual([])
    expect(toContent(template(), values).parameters).toEqual({
      header: { '1': 'Maria' },
      body: { '1': 'Ms Nowak', '2': '1042' },
    })
  })

  test('misses what is blank', () => {
    expect(missingParameters(template(), { 'header.1': 'a', 'body.1': '  ' }).map((one) => one.key)).toEqual([
      '1',
      '2',
    ])
  })

  test('knows parameters by name too', () => {
    const named = template({
      body: 'Welcome, {{first_name}}!',
      header: null,
      parameters: [{ component: 'body', key: 'first_name', example: null }],
    })
    expect(fillText(named, 'body', { 'body.first_name': 'Sam' })[1]).toEqual({ kind: 'value', text: 'Sam' })
    expect(toContent(named, { 'body.first_name': 'Sam' }).parameters).toEqual({ body: { first_name: 'Sam' } })
  })

  test('puts the file of its header beside the texts, and none where it has no such header', () => {
    const values = { 'body.1': 'Ms Nowak', 'body.2': '1042' }
    const parameters = template().parameters.slice(1)
    const withFile = template({ header: null, headerMedia: 'document', parameters })
    expect(toContent(withFile, values, 'f1').parameters).toEqual({
      body: { '1': 'Ms Nowak', '2': '1042' },
      headerObject: { type: 'document', media: { fileId: 'f1' } },
    })
    expect(toContent(template(), values, 'f1').parameters).not.toHaveProperty('headerObject')
  })

  test('asks for nothing when it has no parameters', () => {
    expect(toContent(template({ header: null, body: 'Hello', parameters: [] }), {}).parameters).toEqual({})
  })
})

describe('the choice of templates', () => {
  const all = [
    template(),
    template({ id: 't2', language: 'pl' }),
    template({ id: 't3', name: 'welcome_back', body: 'Hi' }),
  ]

  test('gathers the languages of one name', () => {
    expect(templateChoices(all, '').map((choice) => [choice.name, choice.languages.length])).toEqual([
      ['order_update', 2],
      ['welcome_back', 1],
    ])
  })

  test('searches names as people read them, and texts', () => {
    expect(templateChoices(all, 'Welcome back')).toHaveLength(1)
    expect(templateChoices(all, 'ON ITS WAY')).toHaveLength(1)
    expect(templateChoices(all, 'nothing')).toHaveLength(0)
  })

  test('offers the reader’s language first', () => {
    const [choice] = templateChoices(all, 'order')
    expect(inLanguage(choice!, 'pl')?.id).toBe('t2')
    expect(inLanguage(choice!, 'es')?.id).toBe('t1')
  })

  test('names templates and languages for people', () => {
    expect(readableName('order_update')).toBe('Order update')
    expect(languageName('pl', 'en')).toBe('Polish')
    expect(languageName('???', 'en')).toBe('???')
  })
})
