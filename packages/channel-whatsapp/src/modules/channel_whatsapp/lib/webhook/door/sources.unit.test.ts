import { REFUSALS_A_MINUTE, TRUSTED_MS } from './source-standing.ts'
import { Sources } from './sources.ts'

const METAS = '31.13.24.1'
const STRANGER = '198.51.100.7'

function refused(sources: Sources, source: string | null, at: string | null, times: number, now = 0): void {
  for (let time = 0; time < times; time++) sources.noteRefusal(source, at, now)
}

it('limits an address that only ever forges, at the connection where it does', () => {
  const sources = new Sources()
  refused(sources, STRANGER, 'a', REFUSALS_A_MINUTE - 1)
  expect(sources.isLimited(STRANGER, 'a', 0)).toBe(false)
  refused(sources, STRANGER, 'a', 1)
  expect(sources.isLimited(STRANGER, 'a', 0)).toBe(true)
  expect(sources.isLimited(STRANGER, 'b', 0)).toBe(false)
  expect(sources.isLimited(STRANGER, null, 0)).toBe(false)
  expect(sources.isLimited(METAS, 'a', 0)).toBe(false)
})

it('lets a limited one through every two seconds, and no more often however much it asks', () => {
  const sources = new Sources()
  refused(sources, STRANGER, 'a', REFUSALS_A_MINUTE * 10)
  expect(sources.isLimited(STRANGER, 'a', 1_900)).toBe(true)
  expect(sources.isLimited(STRANGER, 'a', 2_000)).toBe(false)
  refused(sources, STRANGER, 'a', 1, 2_000)
  expect(sources.isLimited(STRANGER, 'a', 2_100)).toBe(true)
  expect(sources.isLimited(STRANGER, 'a', 62_100)).toBe(false)
})

it('never limits an address that delivered something valid within the hour, whatever else comes from it', () => {
  const sources = new Sources()
  sources.noteValid(METAS, 0)
  refused(sources, METAS, 'a', 1_000, TRUSTED_MS - 1)
  expect(sources.isLimited(METAS, 'a', TRUSTED_MS - 1)).toBe(false)
  expect(sources.kindOf(METAS, TRUSTED_MS - 1)).toBe('trusted')
  expect(sources.kindOf(METAS, TRUSTED_MS)).toBe('stranger')
})

it('takes one that proved right back, though it was limited', () => {
  const sources = new Sources()
  refused(sources, METAS, 'a', 1_000)
  sources.noteValid(METAS, 1)
  expect(sources.isLimited(METAS, 'a', 1)).toBe(false)
})

it('limits nobody of whom it is not known who they are', () => {
  const sources = new Sources()
  refused(sources, null, 'a', 1_000)
  expect(sources.isLimited(null, 'a', 0)).toBe(false)
  expect(sources.kindOf(null, 0)).toBe('hidden')
})

it('remembers only so many', () => {
  const sources = new Sources()
  refused(sources, STRANGER, 'a', REFUSALS_A_MINUTE)
  for (let n = 0; n < 4_000; n++) sources.noteRefusal(`2001:db8:0:${n.toString(16)}::/64`, 'a', 0)
  expect(sources.isLimited(STRANGER, 'a', 0)).toBe(false)
})

it('is not fooled by a clock that is set back', () => {
  const sources = new Sources()
  refused(sources, STRANGER, 'a', REFUSALS_A_MINUTE, 60_000)
  expect(sources.isLimited(STRANGER, 'a', 0)).toBe(true)
})
