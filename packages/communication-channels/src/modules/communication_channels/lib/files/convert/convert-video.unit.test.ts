import { videoOptions } from './convert-video.ts'

const MB = 1024 * 1024
const rateOf = (durationMs: number | null, maxBytes = 16 * MB) => {
  const options = videoOptions(durationMs, { maxBytes })
  return options && (options[options.indexOf('-maxrate') + 1] ?? null)
}

it.each([
  ['ten seconds', 10_000, '11312k'],
  ['a minute', 60_000, '1805k'],
  ['five minutes', 300_000, '284k'],
])('a film of %s gets as many bits as fit', (_, durationMs, rate) => expect(rateOf(durationMs)).toBe(rate))

it('a film of which nobody knows how long it is gets as many as it needs', () =>
  expect(videoOptions(null, { maxBytes: 16 * MB })).not.toContain('-maxrate'))

it('a film of an hour would be nothing to look at', () =>
  expect(videoOptions(3_600_000, { maxBytes: 16 * MB })).toBeNull())
