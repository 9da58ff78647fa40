import { foundType } from '../rules/media/found-type.ts'
import { LARGEST_BYTES } from '../rules/media/media-kinds.ts'
import { type SampleFile, sampleFile, sampleNames } from '../samples/sample-files.ts'
import type { Simulation } from '../simulation.ts'
import type { KeptFile } from '../world/media.ts'
import { keepFile } from './keep-media.ts'

const TIMEOUT_MS = 15_000

/** Fetches what a business sends by its address. Never throws: `problem` is the details of Meta's 131053. */
export async function fetchLink(
  simulation: Simulation,
  link: string,
): Promise<{ file: KeptFile } | { problem: string }> {
  const sample = sampleAt(new URL(link))
  if (sample) return { file: await keepFile(simulation, sample) }
  try {
    const signal = AbortSignal.any([simulation.closing, AbortSignal.timeout(TIMEOUT_MS)])
    const response = await fetch(link, { signal, headers: { 'User-Agent': 'WhatsApp/2.24 A' } })
    if (!response.ok) {
      await response.body?.cancel()
      return { problem: failed(`http code ${response.status}, status message ${response.statusText}`) }
    }
    const bytes = await readBounded(response)
    if (!bytes) return { problem: failed(`more than ${LARGEST_BYTES} bytes`) }
    const mimeType = response.headers.get('content-type') ?? foundType(bytes)
    return { file: await keepFile(simulation, { bytes, mimeType, fileName: nameIn(link) }) }
  } catch {
    return { problem: failed('no answer') }
  }
}

/** A place that no network has (RFC 2606), for businesses that refuse to send links to the machine they run on. */
const SAMPLES_HOST = 'samples.example'

function sampleAt({ host, pathname }: URL): SampleFile | null {
  const name = sampleNames.find((candidate) => pathname === `/${candidate}`)
  return host === SAMPLES_HOST && name ? sampleFile(name) : null
}

/** Null when there is more than a file may have. */
async function readBounded(response: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LARGEST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function nameIn(link: string): string | null {
  const last = new URL(link).pathname.split('/').at(-1)
  if (!last) return null
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function failed(how: string): string {
  return `Downloading media from weblink failed with ${how}`
}
