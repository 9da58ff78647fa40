import { type SampleName, sampleFile } from '../samples/sample-files.ts'
import type { Simulator } from '../simulator.ts'
import { APP, call, TOKEN } from './business.ts'
import { SAMPLE_HANDLES } from './template-definitions.ts'

const SAMPLES = { image: 'photo', video: 'video', document: 'document' } as const

/** Uploads a sample in pieces, as one does for the header of a template; answers its handle. */
export async function handleOf(simulator: Pick<Simulator, 'url'>, name: SampleName): Promise<string> {
  const { bytes, mimeType, fileName } = sampleFile(name)
  const query = new URLSearchParams({
    file_name: fileName,
    file_length: String(bytes.length),
    file_type: mimeType,
  })
  const begun = await call(simulator as Simulator, 'POST', `/v26.0/${APP}/uploads?${query}`)
  const response = await fetch(`${simulator.url}/v26.0/${begun.body.id}`, {
    method: 'POST',
    headers: { Authorization: `OAuth ${TOKEN}`, file_offset: '0' },
    body: new Uint8Array(bytes),
  })
  return ((await response.json()) as { h: string }).h
}

/** Real handles for the stand-ins of test definitions. */
export async function uploadHandles(simulator: Pick<Simulator, 'url'>): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [kind, standIn] of Object.entries(SAMPLE_HANDLES))
    values[standIn] = await handleOf(simulator, SAMPLES[kind as keyof typeof SAMPLES])
  return values
}
