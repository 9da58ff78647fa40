import { createHash } from 'node:crypto'
import { AddressUntrusted, BytesInterrupted, BytesRefused, BytesTooMany } from './bytes-failure.ts'
import type { fetchOpenly } from './fetch-openly.ts'
import { isOpenAddress } from './trusted-address.ts'

/** How long a file may take altogether, and how long nothing may come. */
export interface Patience {
  wholeMs: number
  stallMs: number
}

export interface FetchedBytes {
  bytes: Uint8Array
  mimeType: string | null
  /** Base64 and hex: Meta writes both. */
  sha256: { base64: string; hex: string }
}

interface BytesRequest {
  address: string
  /** Null for what Meta shows to everybody who has the address. */
  token: string | null
  /** Asked of every address before anything goes there, also of those that others lead to. */
  mayHaveToken(address: string): boolean
  /** How the other addresses are asked. */
  openly: typeof fetchOpenly
  maxBytes: number
  patience: Patience
}

const MAX_REDIRECTS = 3

/**
 * Reads a file into memory, and no more of it than `maxBytes`, whatever its length was said to be.
 *
 * @throws AddressUntrusted, BytesRefused, BytesTooMany, BytesInterrupted
 */
export async function fetchBytes(request: BytesRequest): Promise<FetchedBytes> {
  const { maxBytes, patience } = request
  const ended = new AbortController()
  const end = setTimeout(() => ended.abort(), patience.wholeMs)
  let stall = setTimeout(() => ended.abort(), patience.stallMs)
  try {
    const { response, hadToken } = await follow(request, ended.signal)
    if (response.status !== 200) throw new BytesRefused(response.status, hadToken)
    const promised = lengthOf(response)
    if (promised !== null && promised > maxBytes) throw new BytesTooMany()
    const hash = createHash('sha256')
    // With its length known the file is in memory once, and not a second time while it is put together.
    const whole = promised === null ? null : Buffer.allocUnsafe(promised)
    const parts: Uint8Array[] = []
    let count = 0
    for await (const part of partsOf(response)) {
      clearTimeout(stall)
      stall = setTimeout(() => ended.abort(), patience.stallMs)
      count += part.byteLength
      if (count > maxBytes) throw new BytesTooMany()
      hash.update(part)
      if (whole) whole.set(part, count - part.byteLength)
      else parts.push(part)
    }
    if (promised !== null && count !== promised) throw new BytesInterrupted('The file ended too early.')
    const digest = hash.digest()
    return {
      bytes: whole ?? Buffer.concat(parts),
      mimeType: response.headers.get('content-type'),
      sha256: { base64: digest.toString('base64'), hex: digest.toString('hex') },
    }
  } finally {
    clearTimeout(end)
    clearTimeout(stall)
    ended.abort()
  }
}

/** Once it has led away from Meta the token stays here, even where it leads back. */
async function follow(
  { address, token, mayHaveToken, openly }: BytesRequest,
  signal: AbortSignal,
): Promise<{ response: Response; hadToken: boolean }> {
  let next = address
  let isAtMeta = true
  for (let count = 0; ; count++) {
    isAtMeta &&= mayHaveToken(next)
    if (!isAtMeta && !isOpenAddress(next)) throw new AddressUntrusted()
    const response = await (isAtMeta ? withToken(next, token, signal) : openly(next, signal))
    const hadToken = isAtMeta && token !== null
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || !location) return { response, hadToken }
    await response.body?.cancel()
    if (count === MAX_REDIRECTS) throw new BytesRefused(response.status, hadToken)
    next = URL.parse(location, next)?.href ?? ''
  }
}

function withToken(address: string, token: string | null, signal: AbortSignal): Promise<Response> {
  return fetch(address, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal,
  }).catch(interrupted)
}

async function* partsOf(response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return
  const reader = response.body.getReader()
  while (true) {
    const { done, value } = await reader.read().catch(interrupted)
    if (done) return
    yield value
  }
}

/** Null where it is not said, or said of the packed form. */
function lengthOf(response: Response): number | null {
  const length = response.headers.get('content-length')
  return length === null || response.headers.has('content-encoding') ? null : Number(length)
}

function interrupted(cause: unknown): never {
  throw new BytesInterrupted('The connection broke while the file was read.', { cause })
}
