import { isWithinPairRate, isWithinThroughput } from './send-rate.ts'

test('a pair may burst 45 messages and then waits six seconds for each', () => {
  const burst = Array.from({ length: 45 }, () => 0)
  expect(isWithinPairRate(burst.slice(1), 0)).toBe(true)
  expect(isWithinPairRate(burst, 0)).toBe(false)
  expect(isWithinPairRate(burst, 5999)).toBe(false)
  expect(isWithinPairRate(burst, 6001)).toBe(true)
})

test('a number sends as many messages a second as its throughput allows', () => {
  const second = Array.from({ length: 80 }, () => 500)
  expect(isWithinThroughput(second, 1499, 80)).toBe(false)
  expect(isWithinThroughput(second, 1500, 80)).toBe(true)
  expect(isWithinThroughput(second, 1499, 1000)).toBe(true)
})
