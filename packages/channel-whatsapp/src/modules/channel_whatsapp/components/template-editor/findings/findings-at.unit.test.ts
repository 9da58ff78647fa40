import type { Finding } from '../../../lib/templates/lint/finding.ts'
import { isAt, stillTrue, withServerFindings } from './findings-at.ts'

test.each([
  ['itself', 'components.1.text', true],
  ['what is in it', 'components.1.text.0', true],
  ['what is like it', 'components.1.texts', false],
  ['what names its component, where it speaks for that', 'components.1', true],
  ['something else', 'components.10.text', false],
])('a field hears about %s', (_, path, hears) => {
  expect(isAt(path, 'components.1.text', ['components.1'])).toBe(hears)
})

const said = [{ path: 'name' }, { path: 'components.0.text' }, { path: 'components.3.text' }]
const before = { name: 'a', components: [{ text: 'x' }] }

test('what the server said about a value counts until that value is another one', () => {
  const after = { name: 'b', components: [{ text: 'x' }] }
  expect(stillTrue(said, before, after)).toEqual([
    { path: 'components.0.text' },
    { path: 'components.3.text' },
  ])
})

test('what was said about no field counts until anything is another', () => {
  const whole = [{ path: '' }]
  expect(stillTrue(whole, before, { ...before })).toEqual(whole)
  expect(stillTrue(whole, before, { ...before, name: 'b' })).toEqual([])
})

test('what the browser found itself is not said twice', () => {
  const own: Finding = { code: 'a', level: 'refused', path: 'name', params: {}, fix: null }
  const server = [
    { code: 'a', level: 'refused', path: 'name', params: {} },
    { code: 'meta_name_in_use', level: 'refused', path: 'name', params: {} },
  ] as const
  expect(withServerFindings([own], server).map(({ code }) => code)).toEqual(['a', 'meta_name_in_use'])
})
