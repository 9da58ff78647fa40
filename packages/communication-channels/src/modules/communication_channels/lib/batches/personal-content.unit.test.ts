import type { TemplateParameters } from '../content/template.ts'
import { type BatchContent, personalContent } from './personal-content.ts'

const template = (parameters: TemplateParameters): BatchContent => ({
  type: 'template',
  name: 'order_update',
  language: 'en_US',
  parameters,
})

it.each<[string, TemplateParameters, TemplateParameters | null, TemplateParameters]>([
  [
    'what all get, where they have nothing of their own',
    { body: { '1': 'Friend' } },
    null,
    { body: { '1': 'Friend' } },
  ],
  ['their own, where all have none', {}, { body: { '1': 'Maria' } }, { body: { '1': 'Maria' } }],
  [
    'their own before what all get, value by value',
    { body: { '1': 'Friend', '2': '10 %' }, header: { '1': 'Sale' } },
    { body: { '1': 'Maria' } },
    { body: { '1': 'Maria', '2': '10 %' }, header: { '1': 'Sale' } },
  ],
  [
    'their own buttons as a whole',
    { buttons: [{ type: 'copy_code', index: 0, code: 'ALL' }] },
    { buttons: [{ type: 'copy_code', index: 0, code: 'MARIA' }] },
    { buttons: [{ type: 'copy_code', index: 0, code: 'MARIA' }] },
  ],
])('a recipient gets %s', (_case, all, own, expected) => {
  expect(personalContent(template(all), own)).toEqual(template(expected))
})

it('text is the same for everybody', () => {
  const text: BatchContent = { type: 'text', text: 'Hello' }
  expect(personalContent(text, { body: { '1': 'Maria' } })).toBe(text)
})
