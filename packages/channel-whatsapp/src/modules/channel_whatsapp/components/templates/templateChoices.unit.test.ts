import { body, sample } from '../../../../../test/template-samples.ts'
import { languageName } from '../../lib/templates/language-name.ts'
import type { Template } from './template.ts'
import { inLanguage, readableName, templateChoices } from './templateChoices.ts'

const update = (
  name = 'order_update',
  text = 'Hi {{1}}, your order {{2}} is on its way.',
  language = 'en_US',
) => sample(name, [body(text)], { language })

describe('the choice of templates', () => {
  const all: Template[] = [update(), update(undefined, undefined, 'pl'), update('welcome_back', 'Hi')]

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
    expect(inLanguage(choice!, 'pl')?.language).toBe('pl')
    expect(inLanguage(choice!, 'es')?.language).toBe('en_US')
  })

  test('names templates and languages for people', () => {
    expect(readableName('order_update')).toBe('Order update')
    expect(languageName('pl', 'en')).toBe('Polish')
    expect(languageName('???', 'en')).toBe('???')
  })
})
