import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { atMost } from '../at-most.ts'

/*
 * The system's ffmpeg, where there is one. A file of a stranger is a risk to whatever decodes it, so it runs in a
 * process of its own: no shell, no terminal, no network, one thread, and an end to time, memory and output.
 */

const TIME_LIMIT_MS = 120_000
const MEMORY_BYTES = 1024 * 1024 * 1024
const SINGLE_ALLOCATION_BYTES = 256 * 1024 * 1024
const FOLDER = 'mercato-media-'
const ABANDONED_AFTER_MS = 60 * 60 * 1000

export const FFMPEG_MISSING =
  'ffmpeg is not installed, so voice notes and videos that a browser cannot play get no playable copy. Install it and start again.'

/** Each takes a whole core. */
const inTurn = atMost(2)

const logger = createLogger('communication_channels.files')

/** Formats that it may read, by the content's type; it is told which, and may not guess (a playlist names files). */
const DEMUXERS: Record<string, string> = {
  'audio/ogg': 'ogg',
  'audio/amr': 'amr',
  'audio/aac': 'aac',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/aiff': 'aiff',
  'audio/x-caf': 'caf',
  'audio/mp4': 'mov',
  'audio/3gpp': 'mov',
  'audio/webm': 'matroska',
  'audio/x-ms-asf': 'asf',
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'video/webm': 'matroska',
  'video/x-matroska': 'matroska',
  'video/vnd.avi': 'avi',
  'video/x-flv': 'flv',
  'video/x-ms-asf': 'asf',
}

export function canFfmpegRead(mimeType: string): boolean {
  return Object.hasOwn(DEMUXERS, mimeType)
}

let detected: Promise<string[] | null> | undefined

/** Looked for once in the life of the process. */
export async function isFfmpegThere(): Promise<boolean> {
  detected ??= detect()
  return (await detected) !== null
}

/** What stands before its arguments; null where there is none. */
async function detect(): Promise<string[] | null> {
  await removeAbandoned()
  if (!(await runs(['ffmpeg', '-version']))) {
    logger.warn(FFMPEG_MISSING)
    return null
  }
  const limited = ['prlimit', `--as=${MEMORY_BYTES}`, '--core=0', 'ffmpeg']
  return (await runs([...limited, '-version'])) ? limited : ['ffmpeg']
}

const runs = (command: string[]) =>
  run(command, 10_000).then(
    () => true,
    () => false,
  )

interface FfmpegJob {
  bytes: Uint8Array
  /** As examined; one that `canFfmpegRead`. */
  mimeType: string
  /** Of the output (`encode-options.ts`). */
  options: string[]
  /** Of the output, which decides its format. */
  extension: string
  /** Of the output; more is a failure. */
  maxBytes: number
}

/** @throws where there is no ffmpeg, and where it does not manage */
export function convertByFfmpeg(job: FfmpegJob): Promise<Buffer> {
  return inTurn(() => convert(job))
}

async function convert(job: FfmpegJob): Promise<Buffer> {
  detected ??= detect()
  const command = await detected
  const demuxer = DEMUXERS[job.mimeType]
  if (!command || !demuxer) throw new Error('there is no ffmpeg for this')
  const folder = await mkdtemp(join(tmpdir(), FOLDER))
  try {
    const [input, output] = [join(folder, 'in'), join(folder, `out.${job.extension}`)]
    await writeFile(input, job.bytes, { mode: 0o600 })
    await run(
      [
        ...command,
        ...['-nostdin', '-hide_banner', '-v', 'error', '-y', '-threads', '1'],
        ...['-max_alloc', String(SINGLE_ALLOCATION_BYTES), '-protocol_whitelist', 'file', '-f', demuxer],
        ...[
          '-i',
          input,
          '-map_metadata',
          '-1',
          '-threads',
          '1',
          ...job.options,
          '-fs',
          String(job.maxBytes),
          output,
        ],
      ],
      TIME_LIMIT_MS,
    )
    const { size } = await stat(output)
    // At the limit it stops without a word, in the middle.
    if (size === 0 || size >= job.maxBytes) throw new Error(`ffmpeg made ${size} bytes`)
    return await readFile(output)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Its words may quote the file, so only how it ended is told. */
function run([command, ...args]: string[], timeLimitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command!, args, {
      stdio: 'ignore',
      shell: false,
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
      env: { PATH: process.env.PATH },
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${signal ?? `code ${code}`}`)),
    )
  })
}

/** What a process left behind that was killed while it worked. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(FOLDER)) continue
    const path = join(tmpdir(), name)
    const made = await stat(path).catch(() => null)
    if (made && made.mtimeMs < Date.now() - ABANDONED_AFTER_MS) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}
