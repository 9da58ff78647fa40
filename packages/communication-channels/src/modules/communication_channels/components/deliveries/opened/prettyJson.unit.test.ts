import { prettyJson } from './prettyJson.ts'

it.each([
  { a: 1, b: [1, 2, { c: 'd' }], e: {}, f: [], g: null },
  [{ text: 'braces {[,:]} and "quotes" and \\ stay' }],
  { 'a: key, odd': 'zażółć 🙂\n' },
])('lays %j out as everybody does', (value) => {
  expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
  expect(prettyJson(JSON.stringify(value, null, 7))).toBe(JSON.stringify(value, null, 2))
})

it.each([
  ['digits that a number would lose', '{"id":12345678901234567890}', '{\n  "id": 12345678901234567890\n}'],
  ['a key that comes twice', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
  ['a text that was cut off', '{"a":["b{', '{\n  "a": [\n    "b{'],
  ['what is no JSON', 'Hello, world: [x]', 'Hello, world: [x]'],
])('keeps %s', (_, text, pretty) => {
  expect(prettyJson(text)).toBe(pretty)
})
