import { isSameForm, type TemplateForm } from './template-form.ts'

const form: TemplateForm = {
  name: 'sale',
  language: 'en',
  category: 'MARKETING',
  parameterFormat: 'POSITIONAL',
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example/a?sig=1'] } },
    { type: 'BODY', text: 'Hello {{1}}.', example: { body_text: [['Ada']] } },
  ],
}
const [header, body] = form.components as [object, object]
const withComponents = (...components: object[]) => ({ ...form, components }) as unknown as TemplateForm

it.each<[string, TemplateForm, boolean]>([
  ['the same again', { ...form }, true],
  ['the sample signed anew', withComponents({ ...header, example: { header_handle: ['b'] } }, body), true],
  [
    'properties in another order',
    withComponents(Object.fromEntries(Object.entries(header).reverse()), body),
    true,
  ],
  ['another category', { ...form, category: 'UTILITY' }, false],
  ['named variables', { ...form, parameterFormat: 'NAMED' }, false],
  ['another text', withComponents(header, { ...body, text: 'Hi {{1}}.' }), false],
  ['another example', withComponents(header, { ...body, example: { body_text: [['Bo']] } }), false],
  ['another kind of header', withComponents({ ...header, format: 'VIDEO' }, body), false],
])('%s', (_, other, isSame) => expect(isSameForm(form, other)).toBe(isSame))
