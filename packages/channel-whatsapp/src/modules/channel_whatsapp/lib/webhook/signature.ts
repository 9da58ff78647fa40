import { createHmac, timingSafeEqual } from 'node:crypto'

const FORM = /^sha256=([0-9a-f]{64})$/

/**
 * Whether Meta signed exactly these bytes: `X-Hub-Signature-256: sha256=<HMAC-SHA256 of the raw body under the
 * app secret>`. Over the bytes as received, because Meta escapes JSON in its own way and writing it anew breaks
 * the signature. Absent and malformed headers are wrong ones.
 */
export function isSignedBy(appSecret: string, body: Uint8Array, header: string | null): boolean {
  const match = header === null ? null : FORM.exec(header)
  if (!match) return false
  const expected = createHmac('sha256', appSecret).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(match[1]!, 'hex'))
}

/** Whether the header could be a signature at all; if not, nothing needs to be read to refuse it. */
export function isSignature(header: string | null): boolean {
  return header !== null && FORM.test(header)
}
