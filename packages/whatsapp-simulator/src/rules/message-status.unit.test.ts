import { canBePlayed, stepsTo } from './message-status.ts'

test.each([
  ['accepted', 'sent', ['sent']],
  ['sent', 'read', ['delivered', 'read']],
  ['delivered', 'delivered', []],
  ['sent', 'played', ['delivered', 'read', 'played']],
  ['played', 'read', []],
  ['read', 'delivered', []],
  ['failed', 'read', []],
  ['pending', 'read', []],
] as const)('from %s to %s', (current, target, steps) => {
  expect(stepsTo(current, target)).toEqual(steps)
})

test.each([
  ['audio', { id: '1', voice: true }, true],
  ['audio', { id: '1' }, false],
  ['video', { id: '1', voice: true }, false],
] as const)('%s as %p can be played: %s', (type, payload, expected) => {
  expect(canBePlayed({ type, payload })).toBe(expected)
})
