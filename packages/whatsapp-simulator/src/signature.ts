import { createHmac } from 'node:crypto'

/**
 * JSON as Meta writes it in webhooks: everything beyond ASCII as lower-case `\uXXXX`, slashes as `\/`.
 * Who parses and serialises again gets other bytes, and so another signature.
 */
export function metaJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The value of `X-Hub-Signature-256` for exactly these bytes.
 *
 * @example
 * const body = metaJson({ object: 'whatsapp_business_account', entry: [] })
 * await fetch(url, { method: 'POST', body, headers: { 'X-Hub-Signature-256': signWebhook(body, appSecret) } })
 */
export function signWebhook(body: string | Uint8Array, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}
