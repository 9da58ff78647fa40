import { chosenByChance, throwDice } from './dice.ts'

test('the same seed throws the same dice, another seed others', () => {
  const throws = (seed: number) => Array.from({ length: 20 }, (_, count) => throwDice(seed, count))
  expect(throws(7)).toEqual(throws(7))
  expect(throws(7)).not.toEqual(throws(8))
})

test('throws are spread over the whole range', () => {
  const low = Array.from({ length: 1000 }, (_, count) => throwDice(42, count)).filter((value) => value < 0.3)
  expect(low.length).toBeGreaterThan(250)
  expect(low.length).toBeLessThan(350)
})

test.each([
  [0, 131000],
  [0.19, 131000],
  [0.2, 130429],
  [0.29, 130429],
  [0.31, null],
  [0.99, null],
])('%d falls on %p', (thrown, code) => {
  const chances = [
    { code: 131000, share: 0.2 },
    { code: 130429, share: 0.1 },
  ]
  expect(chosenByChance(chances, thrown)?.code ?? null).toBe(code)
})
