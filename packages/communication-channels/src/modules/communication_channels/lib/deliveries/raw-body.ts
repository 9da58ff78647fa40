import { z } from 'zod'

/** The bytes exactly as received: as text where they are UTF-8, else in base64. */
export const rawBody = z.discriminatedUnion('encoding', [
  z.object({ encoding: z.literal('utf-8'), text: z.string() }),
  z.object({ encoding: z.literal('base64'), base64: z.string() }),
])
export type RawBody = z.infer<typeof rawBody>

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function rawBodyOf(bytes: Uint8Array): RawBody {
  try {
    return { encoding: 'utf-8', text: utf8.decode(bytes) }
  } catch {
    return { encoding: 'base64', base64: Buffer.from(bytes).toString('base64') }
  }
}
