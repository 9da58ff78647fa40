import { ReadableStream } from 'node:stream/web'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024

/**
 * The request with a body that cannot exceed `maxBytes`; throws a 413 otherwise. Where the length is declared
 * nothing is read here, because the HTTP parser holds the peer to it. Where it is not, the body is held in memory
 * before anybody knows who sends it, so a large one has to declare it: 411.
 */
export async function withBoundedBody(request: Request, maxBytes: number): Promise<Request> {
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (Number(declared) > maxBytes) throw tooLarge(maxBytes)
    return request
  }
  if (!request.body) return request
  const mostUndeclared = Math.min(maxBytes, DEFAULT_MAX_BODY_BYTES)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > mostUndeclared) throw size > maxBytes ? tooLarge(maxBytes) : lengthRequired()
    chunks.push(chunk)
  }
  const headers = new Headers(request.headers)
  headers.set('content-length', String(size))
  // A stream, because a body of bytes would be copied.
  const body = ReadableStream.from(chunks)
  return new Request(request, { body, headers, duplex: 'half' } as unknown as RequestInit)
}

function tooLarge(maxBytes: number): CrudHttpError {
  return new CrudHttpError(413, {
    error: 'The request is too large.',
    code: 'too_large',
    action: `Send at most ${maxBytes} bytes.`,
  })
}

function lengthRequired(): CrudHttpError {
  return new CrudHttpError(411, {
    error: 'A large request has to say how large it is.',
    code: 'length_required',
    action: 'Send its length in the header content-length.',
  })
}
