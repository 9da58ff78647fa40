import { stepsTo } from './message-status.ts'

test.each([
  ['accepted', 'sent', ['sent']],
  ['sent', 'read', ['delivered', 'read']],
  ['delivered', 'delivered', []],
  ['read', 'delivered', []],
  ['failed', 'read', []],
  ['pending', 'read', []],
] as const)('from %s to %s', (current, target, steps) => {
  expect(stepsTo(current, target)).toEqual(steps)
})
