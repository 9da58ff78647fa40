import { ReadableStream } from 'node:stream/web'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024
export const MOST_UNDECLARED_BYTES = 4 * 1024 * 1024

export interface BoundedBody {
  request: Request
  /** Why reading it failed: it was larger than it may be. */
  excess(): CrudHttpError | null
}

/**
 * The request with a body that cannot exceed `maxBytes`; throws a 413 where it says so of itself. Nothing is read here:
 * where the length is declared the HTTP parser holds the peer to it, and where it is not, whoever reads the body finds
 * it failing at the first byte too many. A large one has to declare its length: 411.
 */
export function withBoundedBody(request: Request, maxBytes: number): BoundedBody {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > maxBytes) throw tooLarge(maxBytes)
  if (declared !== null || !request.body) return { request, excess: () => null }
  const mostUndeclared = Math.min(maxBytes, MOST_UNDECLARED_BYTES)
  let excess: CrudHttpError | null = null
  const source = request.body
  async function* counted() {
    let size = 0
    for await (const chunk of source as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > mostUndeclared) {
        excess = size > maxBytes ? tooLarge(maxBytes) : lengthRequired()
        throw excess
      }
      yield chunk
    }
  }
  const body = ReadableStream.from(counted())
  return {
    request: new Request(request, { body, duplex: 'half' } as unknown as RequestInit),
    excess: () => excess,
  }
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
