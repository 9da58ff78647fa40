import { createHmac, timingSafeEqual } from 'node:crypto'

/** Base64 of HMAC-SHA1 over the full address and all fields, sorted, without separators. */
export function sealOf(secret: string, url: string, body: string): string {
  const fields = [...new URLSearchParams(body)].map(([key, value]) => key + value).sort()
  return createHmac('sha1', secret)
    .update(url + fields.join(''))
    .digest('base64')
}

export function isSealed(secret: string, url: string, body: string, seal = ''): boolean {
  const [expected, given] = [Buffer.from(sealOf(secret, url, body)), Buffer.from(seal)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
