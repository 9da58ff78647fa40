import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'

/**
 * A keyed hash in which every character counts. The host's own folds case and trims, as e-mail addresses want it; two
 * user ids, or two texts, that differ in case alone are two.
 */
export function exactHash(value: string, context: string): string {
  return hashForLookup(Buffer.from(value, 'utf8').toString('hex'), context)
}
