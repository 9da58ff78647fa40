import { createTranslator } from './translate.ts'

it('fills in both kinds of placeholder and falls back to the given text, then to the key', () => {
  const t = createTranslator({ hello: 'Cześć {name}, {{count}} nowe' })
  expect(t('hello', { name: 'Ada', count: 2 })).toBe('Cześć Ada, 2 nowe')
  expect(t('bye', 'Bye {name}', { name: 'Ada' })).toBe('Bye Ada')
  expect(t('bye')).toBe('bye')
  expect(t('hello', { name: 'Ada' })).toBe('Cześć Ada, {{count}} nowe')
})
