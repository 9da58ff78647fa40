import type { Parts } from './parts.ts'
import {
  refitVariables,
  renameVariable,
  samplesOf,
  setFooter,
  setSample,
  setText,
  textOf,
} from './text-parts.ts'

const blank: Parts = [{ type: 'BODY', text: '' }]
const hello: Parts = [
  { type: 'BODY', text: 'Hi {{1}}, order {{2}}.', example: { body_text: [['Ana', '1042']] } },
]

test('a sample is kept while its variable is in the text, wherever it stands', () => {
  const swapped = setText(hello, 'BODY', 'Order {{2}} of {{1}}.', 'POSITIONAL')
  expect(samplesOf(swapped, 'BODY')).toEqual({ 1: 'Ana', 2: '1042' })
})

test.each([
  ['without variables there is no example', 'Hi.', undefined],
  ['what is not in the text any more goes', 'Hi {{1}}.', { body_text: [['Ana']] }],
  ['a gap in the numbers keeps its place', 'Order {{2}}.', { body_text: [['Ana', '1042']] }],
  ['a slip of a number is no list', 'Of {{1}} {{20241234}}.', { body_text: [['Ana']] }],
  ['a new variable waits for its sample', 'Hi {{1}} {{2}} {{3}}', { body_text: [['Ana', '1042', '']] }],
])('%s', (_, text, example) => {
  const [body] = setText(hello, 'BODY', text, 'POSITIONAL')
  expect(body).toEqual({ type: 'BODY', text, ...(example ? { example } : {}) })
})

test('a sample of a heading stands where Meta looks for it', () => {
  const written = setText(blank, 'HEADER', 'Sale {{1}}', 'POSITIONAL')
  expect(setSample(written, 'HEADER', '1', 'May', 'POSITIONAL')[0]).toEqual({
    type: 'HEADER',
    format: 'TEXT',
    text: 'Sale {{1}}',
    example: { header_text: ['May'] },
  })
})

test('named variables have their samples by name', () => {
  const written = setText(blank, 'BODY', 'Hi {{first_name}}', 'NAMED')
  expect(setSample(written, 'BODY', 'first_name', 'Ana', 'NAMED')[0]).toMatchObject({
    example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ana' }] },
  })
})

test('numbers become names and back, with their samples', () => {
  const named = refitVariables(hello, 'BODY', 'NAMED')
  expect(textOf(named, 'BODY')).toBe('Hi {{value_1}}, order {{value_2}}.')
  expect(samplesOf(named, 'BODY')).toEqual({ value_1: 'Ana', value_2: '1042' })
  expect(refitVariables(named, 'BODY', 'POSITIONAL')).toEqual(hello)
})

const named = refitVariables(hello, 'BODY', 'NAMED')
test.each([
  ['what is typed becomes a name', 'First name', 'Hi {{first_name}}, order {{value_2}}.'],
  ['a name that is taken is none', 'value_2', 'Hi {{value_1}}, order {{value_2}}.'],
  ['nothing is no name', '!!', 'Hi {{value_1}}, order {{value_2}}.'],
])('renaming: %s', (_, typed, text) => {
  const renamed = renameVariable(named, 'BODY', 'value_1', typed)
  expect(textOf(renamed, 'BODY')).toBe(text)
  expect(Object.values(samplesOf(renamed, 'BODY'))).toContain('Ana')
})

test('an emptied last line is no component', () => {
  expect(setFooter(setFooter(blank, 'Acme'), '')).toEqual(blank)
})

test('a variable that comes back finds its sample again', () => {
  const emptied = setText(hello, 'BODY', '', 'POSITIONAL')
  const again = setText(emptied, 'BODY', 'Dear {{1}}!', 'POSITIONAL', samplesOf(hello, 'BODY'))
  expect(samplesOf(again, 'BODY')).toEqual({ 1: 'Ana' })
})
