import { idWithin, isWithin, nextId } from './ordered-id.ts'

const FAR = Date.UTC(2100, 0)

it('is a UUID of version 7 with its time in front', () => {
  const id = nextId(FAR)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(FAR)
})

it('follows what this process made before, within a millisecond and when the clock is set back', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => nextId(FAR - index))
  expect(ids.toSorted()).toEqual(ids)
})

it('of a row within another sorts with that, and by its place', () => {
  const [first, second] = [nextId(FAR), nextId(FAR)]
  const places = [0, 1, 2, 3, 4095, 65_535, 65_536, 200_000]
  const ids = [first, second].flatMap((parent) => places.map((place) => idWithin(parent, place)))
  expect(ids.toSorted()).toEqual(ids)
})

it('is another one each time', () => {
  const parent = nextId(FAR)
  expect(new Set(Array.from({ length: 1000 }, () => idWithin(parent, 7))).size).toBe(1000)
})

it('of a row within another is told from those within its neighbours', () => {
  const rows = Array.from({ length: 300 }, () => nextId(FAR))
  for (const [nth, row] of rows.entries()) {
    expect(isWithin(row, idWithin(row, 200_000))).toBe(true)
    expect(isWithin(row, idWithin(rows[(nth + 1) % rows.length]!, 0))).toBe(false)
  }
})
