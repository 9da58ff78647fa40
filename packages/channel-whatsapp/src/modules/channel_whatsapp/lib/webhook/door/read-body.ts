export interface BodyPatience {
  /** For all of it. */
  wholeMs: number
  /** For the next byte. */
  silenceMs: number
}

/** Up to here a body is one or two packets, and only its whole is waited for. */
const SMALL_BYTES = 16 * 1024

/** `gone`: the peer left in the middle. */
export type ReadBody = Uint8Array | 'slow' | 'too_large' | 'gone'

/** The body as it came, never more than `maxBytes` of it. Whoever sends it slowly is not waited for. */
export async function readBody(
  request: Request,
  maxBytes: number,
  patience: BodyPatience,
): Promise<ReadBody> {
  const declared = declaredLength(request)
  if (declared !== null && declared > maxBytes) return 'too_large'
  const isSmall = declared !== null && declared <= SMALL_BYTES
  try {
    return await (isSmall ? readSmall(request, patience.silenceMs) : readLarge(request, maxBytes, patience))
  } catch {
    return 'gone'
  }
}

/** What `Content-Length` says; null where it says nothing. */
export function declaredLength(request: Request): number | null {
  const header = request.headers.get('content-length')
  return header === null ? null : Number(header)
}

async function readSmall(request: Request, ms: number): Promise<ReadBody> {
  const bytes = request.arrayBuffer()
  const read = await within(bytes, ms)
  if (read !== 'slow') return new Uint8Array(read)
  bytes.catch(() => undefined)
  return 'slow'
}

async function readLarge(request: Request, maxBytes: number, patience: BodyPatience): Promise<ReadBody> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const end = performance.now() + patience.wholeMs
  // Copied together as it comes: a body of single bytes would cost a hundred times its size in pieces.
  let bytes = Buffer.allocUnsafe(Math.min(maxBytes, declaredLength(request) ?? SMALL_BYTES))
  for (let size = 0; ; ) {
    const next = reader.read()
    const read = await within(next, Math.max(0, Math.min(patience.silenceMs, end - performance.now())))
    if (read === 'slow') {
      next.catch(() => undefined)
      return 'slow'
    }
    if (read.done) return bytes.subarray(0, size)
    const needed = size + read.value.byteLength
    if (needed > maxBytes) {
      await reader.cancel().catch(() => undefined)
      return 'too_large'
    }
    if (needed > bytes.byteLength) bytes = grown(bytes, Math.min(maxBytes, needed * 2))
    bytes.set(read.value, size)
    size = needed
  }
}

function grown(bytes: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(length)
  bytes.copy(larger)
  return larger
}

function within<T>(work: Promise<T>, ms: number): Promise<T | 'slow'> {
  return new Promise((resolve, reject) => {
    // What came while the process was busy is read first.
    const timer = setTimeout(() => setImmediate(resolve, 'slow'), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
