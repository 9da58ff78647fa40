import { isVisible } from './visible.ts'

it.each<[string, string, boolean]>([
  ['nothing', '', false],
  ['a space without width', '\u200b', false],
  ['spaces of every kind', ' \t\r\n\u00a0\u2003\u3000', false],
  ['joiners and marks of direction', '\u200d\u2060\u202e\ufeff', false],
  ['letters that show nothing', '\u3164\u115f\u2800', false],
  ['an emoji’s dress without the emoji', '\ufe0f', false],
  ['control characters', '\u0007', false],
  ['a letter among them', '\u200bx\u200b', true],
  ['another script', 'はい', true],
  ['an emoji', '👍', true],
  ['a sign', '-', true],
])('sees in %s whether there is anything', (_, text, expected) => {
  expect(isVisible(text)).toBe(expected)
})
