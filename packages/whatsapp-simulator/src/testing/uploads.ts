import { type SampleName, sampleFile } from '../samples/sample-files.ts'
import type { Simulator } from '../simulator.ts'
import { type Answer, NUMBER, TOKEN } from './business.ts'
import { STAND_INS } from './stand-ins.ts'

/** Uploads as the business does. */
export async function upload(
  simulator: Simulator,
  file: { bytes: Uint8Array; mimeType: string; fileName?: string },
  options: { phoneNumberId?: string; token?: string } = {},
): Promise<Answer> {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', file.mimeType)
  const blob = new Blob([new Uint8Array(file.bytes)], { type: file.mimeType })
  form.set('file', blob, file.fileName ?? 'file')
  const response = await fetch(`${simulator.url}/v26.0/${options.phoneNumberId ?? NUMBER}/media`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${options.token ?? TOKEN}` },
    body: form,
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

export async function uploadSample(simulator: Simulator, name: SampleName): Promise<string> {
  return (await upload(simulator, sampleFile(name))).body.id
}

/** Real ids of uploaded samples for the stand-ins of test sends. */
export async function uploadStandIns(simulator: Simulator): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [name, standIn] of Object.entries(STAND_INS))
    values[standIn] = await uploadSample(simulator, name as SampleName)
  return values
}

/** A copy with every key of `values` replaced by its value, wherever in the content it stands. */
export function fillIn<T>(content: T, values: Record<string, string>): T {
  const filled = Object.entries(values).reduce(
    (text, [standIn, value]) => text.replaceAll(standIn, value),
    JSON.stringify(content),
  )
  return JSON.parse(filled)
}
