import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { atMost } from '../at-most.ts'

export interface TrackFacts {
  width: number | null
  height: number | null
  durationMs: number | null
  /** As `opus`, `aac`, `mp3`; null where there is no sound. */
  audioCodec: string | null
  /** As `avc`, `hevc`; null where there is no picture. */
  videoCodec: string | null
  audioChannels: number | null
}

/** There is a track, and nobody here knows how it is encoded. */
const UNKNOWN_CODEC = 'unknown'

/** A made-up file of a few megabytes can name millions of parts, and they are listed in memory. */
const MEMORY_MB = 192
const TIME_LIMIT_MS = 15_000
const inTurn = atMost(4)

/** A file may claim anything; beyond these it is not believed. */
const MOST_PIXELS = 65_535
const MOST_CHANNELS = 255
const MOST_MS = 14 * 24 * 60 * 60 * 1000

/**
 * Of audio and video: how long, how large, which codecs. Read by a process of its own, this file, which may run out of
 * memory or time without taking anybody along; a thread would. Null where the container cannot be read.
 */
export function trackFacts(bytes: Uint8Array): Promise<TrackFacts | null> {
  return inTurn(() => readElsewhere(bytes))
}

async function readElsewhere(bytes: Uint8Array): Promise<TrackFacts | null> {
  const reader = spawn(
    process.execPath,
    [
      `--max-old-space-size=${MEMORY_MB}`,
      ...['--permission', '--allow-fs-read=*'],
      fileURLToPath(import.meta.url),
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {}, timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' },
  )
  reader.once('error', () => undefined)
  // It may be gone before it has taken everything.
  reader.stdin.once('error', () => undefined)
  reader.stdin.end(bytes)
  try {
    return JSON.parse(await text(reader.stdout)) as TrackFacts | null
  } catch {
    return null
  }
}

async function readFacts(bytes: Uint8Array): Promise<TrackFacts | null> {
  const { ALL_FORMATS, BufferSource, Input, Logging, LogLevel } = await import('mediabunny')
  // What it finds odd about a customer's file is nothing for the log of the house.
  Logging.level = LogLevel.Silent
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
    // A file that breaks off has tracks too, and may go out by what they are.
    const seconds = await input.computeDuration().catch(() => Number.NaN)
    return {
      width: believed(video?.displayWidth, MOST_PIXELS),
      height: believed(video?.displayHeight, MOST_PIXELS),
      durationMs: believed(seconds * 1000, MOST_MS),
      audioCodec: audio && (audio.codec ?? UNKNOWN_CODEC),
      videoCodec: video && (video.codec ?? UNKNOWN_CODEC),
      audioChannels: believed(audio?.numberOfChannels, MOST_CHANNELS),
    }
  } catch {
    return null
  }
}

function believed(value: number | undefined, most: number): number | null {
  return value !== undefined && value > 0 && value <= most ? Math.round(value) : null
}

// Nothing is awaited here: whoever imports this would be loaded in its own time, and with it all who import them.
if (import.meta.main) {
  void buffer(process.stdin)
    .then(readFacts)
    .then((facts) => process.stdout.write(JSON.stringify(facts)))
}
