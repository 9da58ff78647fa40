import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/**
 * One line of the ledger, as it is hashed: these members and no others, times as ISO 8601 in UTC with milliseconds, what
 * is unknown as null. Who said it is named by an id alone, and what they said by a salted hash: nothing in here is
 * personal by itself, so that nothing in here ever has to go.
 */
export type LedgerEntry = {
  tenantId: string
  /** 1, 2, 3 … without a gap, for each tenant. */
  seq: number
  id: string
  organizationId: string
  identityId: string
  channelType: string
  purpose: string
  kind: string
  source: string
  occurredAt: string
  recordedAt: string
  confirmedAt: string | null
  expiresAt: string | null
  actorUserId: string | null
  language: string | null
  textVersion: string | null
  sourceKey: string
  wordsHash: string
  /** Of the entry before; of the first, `GENESIS`. */
  previousHash: string
}

/** What the first entry of a ledger stands on. */
export const GENESIS = '0'.repeat(64)

/** The SHA-256 of the entry's canonical JSON, in hex. */
export function entryHash(entry: LedgerEntry): string {
  return sha256(canonicalJson(entry))
}

/** The text shown, or what the person wrote; and by what it can be shown to somebody who asks. */
export interface ConsentWords {
  text: string | null
  evidence: Record<string, string>
}

/** The salt keeps short words, which are easily guessed, from being found out by their hash once they are erased. */
export function wordsHash(salt: string, { text, evidence }: ConsentWords): string {
  return sha256(salt + canonicalJson({ text, evidence }))
}

/** Where the ledger ends. */
export interface LedgerHead {
  seq: number
  hash: string
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
