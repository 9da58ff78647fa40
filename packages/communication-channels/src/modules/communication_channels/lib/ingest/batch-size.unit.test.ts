import { nextBatchSize } from './batch-size.ts'

it.each([
  ['keeps what fits', 200, 200, 500, 200],
  ['grows to twice as many at most', 200, 200, 10, 400],
  ['grows to what fits', 200, 200, 400, 250],
  ['shrinks at once', 1_000, 1_000, 5_000, 100],
  ['takes one at least', 1, 1, 3_000, 1],
  ['takes no more than 2,000', 1_800, 1_800, 50, 2_000],
  ['learns nothing from a quick batch that was not full', 400, 3, 5, 400],
  ['shrinks after a slow one that was not full: its deliveries are large', 400, 10, 2_500, 2],
])('%s', (_, size, taken, milliseconds, next) => {
  expect(nextBatchSize(size, taken, milliseconds)).toBe(next)
})
