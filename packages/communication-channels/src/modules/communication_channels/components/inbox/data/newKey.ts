/**
 * 128 random bits as hexadecimal text. Not crypto.randomUUID: browsers offer that only on https and localhost, and
 * shops try us on a local network first.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
