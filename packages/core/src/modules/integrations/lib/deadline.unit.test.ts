import { withinDeadline } from './deadline.ts'

test('work that ends in time gives its result or its own error', async () => {
  expect(await withinDeadline(Promise.resolve(7), 10_000)).toBe(7)
  await expect(withinDeadline(Promise.reject(new Error('no')), 10_000)).rejects.toThrow('no')
})

test('work that hangs is given up after the limit', async () => {
  await expect(withinDeadline(new Promise(() => {}), 0)).rejects.toThrow('No answer within 0 seconds.')
})
