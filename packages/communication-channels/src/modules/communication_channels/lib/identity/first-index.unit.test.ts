import { firstIndex } from './first-index.ts'

it.each([
  [[], 5, 0],
  [[5], 5, 0],
  [[4], 5, 1],
  [[1, 3, 5, 7], 5, 2],
  [[1, 3, 5, 7], 0, 0],
  [[1, 3, 5, 7], 8, 4],
])('in %j the first of at least %d is at %d', (values, least, index) => {
  expect(firstIndex<number>(values, (value) => value >= least)).toBe(index)
})
