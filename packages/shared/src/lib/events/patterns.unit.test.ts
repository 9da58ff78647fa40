import { matchEventPattern } from './patterns.ts'

it.each([
  ['inbox.message.received', '*', true],
  ['inbox.message.received', 'inbox.message.received', true],
  ['inbox.message.received', 'inbox.*.received', true],
  ['inbox.message.received', 'inbox.*', false],
  ['inbox.message.received', 'inbox.message.sent', false],
])('%s against %s: %s', (event, pattern, expected) => {
  expect(matchEventPattern(event, pattern)).toBe(expected)
})

it('lets a trailing star cover the rest when asked to', () => {
  expect(matchEventPattern('inbox.message.received', 'inbox.*', { mode: 'prefix' })).toBe(true)
})
