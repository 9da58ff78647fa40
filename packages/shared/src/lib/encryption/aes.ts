import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

export const TenantDataEncryptionErrorCode = {
  AUTH_FAILED: 'AUTH_FAILED',
  MALFORMED_PAYLOAD: 'MALFORMED_PAYLOAD',
} as const
export type TenantDataEncryptionErrorCode =
  (typeof TenantDataEncryptionErrorCode)[keyof typeof TenantDataEncryptionErrorCode]

export class TenantDataEncryptionError extends Error {
  override name = 'TenantDataEncryptionError'
  readonly code: TenantDataEncryptionErrorCode

  constructor(code: TenantDataEncryptionErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** `value` is the stored form: iv, ciphertext and tag in base64 and the version, joined by colons. */
export interface EncryptionPayload {
  value: string
  version: string
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16
const STORED_FORM = /^([A-Za-z0-9+/]{16}):([A-Za-z0-9+/]*={0,2}):([A-Za-z0-9+/]{22}==):v1$/

/** AES-256-GCM. `context` (who and what the value belongs to) is authenticated: elsewhere it will not open. */
export function encryptWithAesGcm(value: string, dekBase64: string, context = ''): EncryptionPayload {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(dekBase64), iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  // In this mode nothing is left for `final` to give.
  const sealed = cipher.update(value, 'utf8')
  cipher.final()
  return {
    value: `${iv.toString('base64')}:${sealed.toString('base64')}:${cipher.getAuthTag().toString('base64')}:${VERSION}`,
    version: VERSION,
  }
}

/** Throws `TenantDataEncryptionError` when the text is not of our form or does not open with this key. */
export function decryptWithAesGcmStrict(payload: string, dekBase64: string, context = ''): string {
  const [, iv, sealed, tag] = STORED_FORM.exec(payload) ?? []
  if (iv === undefined || sealed === undefined || tag === undefined) {
    throw new TenantDataEncryptionError('MALFORMED_PAYLOAD', 'This is not an encrypted value.')
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dekBase64), Buffer.from(iv, 'base64'), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(Buffer.from(tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new TenantDataEncryptionError('AUTH_FAILED', 'An encrypted value does not open with this key.', {
      cause,
    })
  }
}

/** Null where `decryptWithAesGcmStrict` throws. */
export function decryptWithAesGcm(payload: string, dekBase64: string, context = ''): string | null {
  try {
    return decryptWithAesGcmStrict(payload, dekBase64, context)
  } catch (error) {
    if (error instanceof TenantDataEncryptionError) return null
    throw error
  }
}

const keyObjects = new Map<string, KeyObject>()

// Node takes a key object five times as fast as the same key in a buffer. One a tenant, as the keys themselves are kept.
function keyOf(dekBase64: string): KeyObject {
  let key = keyObjects.get(dekBase64)
  if (!key) {
    key = createSecretKey(dekBase64, 'base64')
    keyObjects.set(dekBase64, key)
  }
  return key
}

export function looksEncrypted(value: string): boolean {
  return STORED_FORM.test(value)
}

export function generateDek(): string {
  return randomBytes(32).toString('base64')
}

let lookupPepper: KeyObject | null = null

/** Bootstrap only. */
export function setLookupPepper(pepper: Buffer | null): void {
  lookupPepper = pepper && createSecretKey(pepper)
}

/**
 * A keyed hash to find rows by a value that is stored encrypted. `context` keeps equal values of
 * different columns or tenants from showing as equal. Case and outer spaces do not count.
 */
export function hashForLookup(value: string, context = ''): string {
  if (!lookupPepper) throw new Error('Lookup hashes need the host: its master key is not loaded yet.')
  const mac = createHmac('sha256', lookupPepper).update(`${context}\0${value.trim().toLowerCase()}`)
  return `${VERSION}:${mac.digest('hex')}`
}
