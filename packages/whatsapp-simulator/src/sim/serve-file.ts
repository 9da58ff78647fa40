import type { Context } from 'hono'
import { sampleFile, sampleNames } from '../samples/sample-files.ts'
import type { Simulation } from '../simulation.ts'
import { SimError } from './sim-error.ts'

// Types that a browser shows by itself without running anything that is in them.
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/

type ServedFile = { bytes: Buffer; mimeType: string; fileName: string | null }

/** Bytes that somebody else wrote: shown where that is safe, else offered to be saved. */
function fileResponse(file: ServedFile, range: string | undefined): Response {
  const { bytes, mimeType, fileName } = file
  const isShown = SHOWN.test(mimeType.split(';')[0]!)
  const [first, last] = readRange(range, bytes.length) ?? [0, bytes.length - 1]
  const isPart = last - first + 1 < bytes.length
  return new Response(new Uint8Array(bytes.subarray(first, last + 1)), {
    status: isPart ? 206 : 200,
    headers: {
      'Accept-Ranges': 'bytes',
      ...(isPart ? { 'Content-Range': `bytes ${first}-${last}/${bytes.length}` } : {}),
      'Content-Type': isShown ? mimeType : 'application/octet-stream',
      'Content-Length': String(last - first + 1),
      'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName ?? 'file')}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** A player asks for the end of a recording to learn how long it is. Null for anything but one range that is there. */
function readRange(range: string | undefined, size: number): [first: number, last: number] | null {
  const asked = range?.match(/^bytes=(\d+)-(\d*)$/)
  if (!asked) return null
  const [first, last] = [Number(asked[1]), asked[2] ? Number(asked[2]) : size - 1]
  return first < size && first <= last ? [first, Math.min(last, size - 1)] : null
}

/** `GET /sim/samples/{name}`: a real file to send by link. It comes with its own type, as from any web server. */
export function serveSample(c: Context): Response {
  const name = c.req.param('name')
  const known = sampleNames.find((candidate) => candidate === name)
  if (!known) throw new SimError(404, 'not_found', `The samples are ${sampleNames.join(', ')}.`)
  const { bytes, mimeType, fileName } = sampleFile(known)
  const response = fileResponse({ bytes, mimeType, fileName }, c.req.header('range'))
  response.headers.set('Content-Type', mimeType)
  return response
}

/** `GET /sim/messages/{wamid}/files/{index}`: a file as the phone has it. */
export async function serveMessageFile(c: Context, { store }: Simulation): Promise<Response> {
  const file = store.message(c.req.param('wamid')!)?.files?.[Number(c.req.param('index'))]
  const bytes = file && (await store.files.read(file.sha256))
  if (!file || !bytes) throw new SimError(404, 'not_found', 'There is no such file in this message.')
  return fileResponse({ ...file, bytes }, c.req.header('range'))
}
