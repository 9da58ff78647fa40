import { answered, FREE_ENTRY_MS, type FreeEntry, isFreeEntryOpen, offered } from './free-entry.ts'
import { WINDOW_MS } from './window.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const hour = 3_600_000
const offer: FreeEntry = { offeredUntil: noon + WINDOW_MS, expiresAt: null }

test.each([
  [{ source_type: 'ad' }, offer],
  [{ source_type: 'post' }, offer],
  [{ source_type: 'shop' }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('a message with the referral %j offers three days', (referral, expected) => {
  expect(offered(undefined, referral, noon)).toEqual(expected)
})

test.each([
  ['at once', noon, noon + FREE_ENTRY_MS],
  ['in the last moment', noon + WINDOW_MS - 1, noon + WINDOW_MS - 1 + FREE_ENTRY_MS],
  ['too late', noon + WINDOW_MS, null],
])('an answer %s opens them, or not', (_case, at, expiresAt) => {
  expect(answered(offer, at)?.expiresAt ?? null).toBe(expiresAt)
})

test('an offer is taken up once: later answers make it no longer', () => {
  const open = answered(offer, noon)
  expect(answered(open, noon + hour)).toEqual(open)
  expect(answered(undefined, noon)).toBeUndefined()
})

test('coming again offers three days more, and a late, older message takes nothing back', () => {
  const open = answered(offer, noon)
  const again = offered(open, { source_type: 'ad' }, noon + hour)
  expect(again).toEqual({ offeredUntil: noon + hour + WINDOW_MS, expiresAt: noon + FREE_ENTRY_MS })
  expect(offered(again, { source_type: 'ad' }, noon)).toEqual(again)
  expect(answered(again, noon + 2 * hour)?.expiresAt).toBe(noon + 2 * hour + FREE_ENTRY_MS)
})

test('they end exactly after 72 hours', () => {
  const open = answered(offer, noon)
  expect(isFreeEntryOpen(open, noon + FREE_ENTRY_MS - 1)).toBe(true)
  expect(isFreeEntryOpen(open, noon + FREE_ENTRY_MS)).toBe(false)
  expect(isFreeEntryOpen(offer, noon)).toBe(false)
})
