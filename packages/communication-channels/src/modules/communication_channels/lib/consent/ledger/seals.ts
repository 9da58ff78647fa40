import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'
import { exactHash } from '../../exact-hash.ts'
import { canonicalJson } from './canonical-json.ts'
import type { LedgerHead } from './entry.ts'

// Keyed by the host's master key, which is not in the database: who can rewrite every row and every hash still cannot
// write down that the ledger ends so, or that we erased something.

/** Where the ledger ends, and how far nobody vouches for it. */
export interface LedgerEnd extends LedgerHead {
  /** The last entry when its end was found not to be written by us; null where it never was. */
  brokenSeq: number | null
}

export function sealOfEnd(tenantId: string, { seq, hash, brokenSeq }: LedgerEnd): string {
  const broken = brokenSeq === null ? '' : `broken ${brokenSeq}|`
  return hashForLookup(`${broken}${seq}|${hash}`, `${tenantId}:communication_channels:consent_head`)
}

/** That the words of an entry were erased. */
export type Erasure = {
  eventId: string
  /** ISO 8601 in UTC, with milliseconds. */
  erasedAt: string
  erasedBy: string | null
  /** Encrypted. */
  eraseReason: string | null
}

export function sealOfErasure(
  tenantId: string,
  { eventId, erasedAt, erasedBy, eraseReason }: Erasure,
): string {
  const written = canonicalJson({ eventId, erasedAt, erasedBy, eraseReason })
  return exactHash(written, `${tenantId}:communication_channels:consent_erasure`)
}
