/** What ffmpeg is told, so that phones and browsers play what it makes. */

export const SOUND_ALONE = ['-vn']
/** The picture, and sound where there is some; no subtitles. */
export const PICTURE_AND_SOUND = ['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn']

export const OPUS_MONO = ['-c:a', 'libopus', '-b:a', '32k', '-ac', '1', '-ar', '48000']

export function aac(kbits: number): string[] {
  return ['-c:a', 'aac', '-b:a', `${kbits}k`, '-ac', '2', '-ar', '44100']
}

/** No side above 1280, and even ones, which H.264 asks for. */
const SCALE = "scale='min(1280,iw)':'min(1280,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2"

export const H264 = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '26', '-pix_fmt', 'yuv420p', '-profile:v', 'main'],
  ...['-vf', SCALE],
]

/** Plays before all of it is there. */
export const FAST_START = ['-movflags', '+faststart']
