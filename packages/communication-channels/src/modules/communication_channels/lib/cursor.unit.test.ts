import { decodeCursor, encodeCursor } from './cursor.ts'

const id = '0198a0c4-7d4e-7cc1-9d1c-1f6b3f0c2a11'

it.each([
  ['a day that no month has', '2026-02-31T10:00:00.000Z'],
  ['a month that no year has', '2026-13-01T10:00:00.000Z'],
  ['an hour that no day has', '2026-02-01T24:00:00.000Z'],
])('no page begins on %s', (_, at) => {
  expect(() => decodeCursor(encodeCursor({ at, id }))).toThrow(
    expect.objectContaining({ code: 'invalid_cursor' }),
  )
})

it.each(['2026-02-28T23:59:59.999999Z', '2028-02-29T00:00:00.000Z'])('a page begins at %s', (at) => {
  expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id })
})
