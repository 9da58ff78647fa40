import { collectBytes } from './collect-bytes.ts'

/** The whole body, in one piece of memory; the host has bounded it. */
export async function readBody(request: Request): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0)
  const declared = request.headers.get('content-length')
  return collectBytes(
    request.body as unknown as AsyncIterable<Uint8Array>,
    declared === null ? null : Number(declared),
  )
}
