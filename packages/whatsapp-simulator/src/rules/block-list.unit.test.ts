import { blockProblem, MOST_BLOCKED } from './block-list.ts'

test.each([
  ['who wrote within the day', { isBlocked: false, isWindowOpen: true, listed: 0 }, undefined],
  ['who wrote longer ago, or never', { isBlocked: false, isWindowOpen: false, listed: 0 }, 131047],
  [
    'who is blocked already, whenever they wrote',
    { isBlocked: true, isWindowOpen: false, listed: 1 },
    undefined,
  ],
  ['beside 63,999 others', { isBlocked: false, isWindowOpen: true, listed: MOST_BLOCKED - 1 }, undefined],
  ['beside 64,000 others', { isBlocked: false, isWindowOpen: true, listed: MOST_BLOCKED }, 139101],
  ['once more beside 64,000', { isBlocked: true, isWindowOpen: true, listed: MOST_BLOCKED }, undefined],
])('somebody %s: %#', (_, known, code) => {
  expect(blockProblem(known)?.code).toBe(code)
})
