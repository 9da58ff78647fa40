import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024

/**
 * The request with a body that cannot exceed `maxBytes`; throws a 413 otherwise. Where the length is declared
 * nothing is read here, because the HTTP parser holds the peer to it.
 */
export async function withBoundedBody(request: Request, maxBytes: number): Promise<Request> {
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (Number(declared) > maxBytes) throw tooLarge(maxBytes)
    return request
  }
  if (!request.body) return request
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return new Request(request, { body: Buffer.concat(chunks), method: request.method })
}

function tooLarge(maxBytes: number): CrudHttpError {
  return new CrudHttpError(413, {
    error: 'The request is too large.',
    code: 'too_large',
    action: `Send at most ${maxBytes} bytes.`,
  })
}
