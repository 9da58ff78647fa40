import type { MediaRule } from '../sendable/media-rules.ts'
import { aac, FAST_START, H264, PICTURE_AND_SOUND } from './encode-options.ts'

const SOUND_KBITS = 96

/** Of what a film may have, so much is not aimed at: no encoder hits its mark exactly. */
const AIM = 0.85
const LEAST_KBITS = 150

/**
 * How ffmpeg makes an MP4 that phones play: as good as usual where that is known to fit, else as good as fits. Null where
 * it would be nothing worth looking at.
 */
export function videoOptions(durationMs: number | null, { maxBytes }: MediaRule): string[] | null {
  const rate = rateFor(durationMs, maxBytes)
  if (rate !== null && rate < LEAST_KBITS) return null
  const bound = rate === null ? [] : ['-maxrate', `${rate}k`, '-bufsize', `${rate}k`]
  return [...PICTURE_AND_SOUND, ...H264, ...bound, ...aac(SOUND_KBITS), ...FAST_START]
}

/** Kilobits a second. */
function rateFor(durationMs: number | null, maxBytes: number): number | null {
  if (!durationMs) return null
  return Math.floor((maxBytes * 8 * AIM) / durationMs) - SOUND_KBITS
}
