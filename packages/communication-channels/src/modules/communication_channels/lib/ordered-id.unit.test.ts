import { nextId, orderedId } from './ordered-id.ts'

const AT = Date.UTC(2026, 10, 21)

it('is a UUID of version 7 with its time in front', () => {
  const id = orderedId(AT, 5)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(AT)
})

it('sorts by time, and within a millisecond by place', () => {
  const places = [0, 1, 2, 4095, 4096, 4097, 25_000, 2 ** 24 - 1]
  const ids = [...places.map((place) => orderedId(AT, place)), orderedId(AT + 1, 0)]
  expect(ids.toSorted()).toEqual(ids)
})

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 1000 }, () => orderedId(AT, 7))).size).toBe(1000)
})

it('follows what this process made before', () => {
  const ids = Array.from({ length: 1000 }, () => nextId(AT))
  expect(ids.toSorted()).toEqual(ids)
})
