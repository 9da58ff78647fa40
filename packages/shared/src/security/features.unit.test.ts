import { hasAllFeatures, hasFeature, matchFeature } from './features.ts'

it.each([
  ['inbox.view', '*', true],
  ['inbox.view', 'inbox.*', true],
  ['inbox', 'inbox.*', true],
  ['inbox.view.all', 'inbox.*', true],
  ['inbox.view', 'inbox.view', true],
  ['inbox_other.view', 'inbox.*', false],
  ['inbox.view', 'inbox', false],
  ['inbox.view', 'inbox.send', false],
])('whether %s is granted by %s: %s', (required, granted, expected) => {
  expect(matchFeature(required, granted)).toBe(expected)
})

it('grants nothing to somebody without features', () => {
  expect(hasFeature(undefined, 'inbox.view')).toBe(false)
  expect(hasAllFeatures([], ['inbox.view'])).toBe(false)
  expect(hasAllFeatures([], [])).toBe(true)
})
