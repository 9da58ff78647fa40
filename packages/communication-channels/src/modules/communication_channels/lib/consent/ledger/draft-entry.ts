import type { TenantEncryptionService } from '../../encryption-service.ts'
import { exactHash } from '../../exact-hash.ts'
import { nextId } from '../../ordered-id.ts'
import type { Scope } from '../../scope.ts'
import { entryHash, type LedgerEntry, type LedgerHead } from './entry.ts'
import type { NewConsent } from './new-consent.ts'
import { type SealedWords, sealWords } from './words.ts'

/** An entry that has no place in the ledger yet. */
export interface Draft {
  content: Omit<LedgerEntry, 'seq' | 'previousHash'>
  words: SealedWords
}

export interface Chained {
  entry: LedgerEntry
  hash: string
  words: SealedWords
}

export async function draftEntry(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  consent: NewConsent,
  now: Date,
): Promise<Draft> {
  const scope = { tenantId, organizationId }
  const words = await sealWords(encryption, scope, consent.words)
  const content = {
    ...scope,
    id: nextId(),
    identityId: consent.identityId,
    channelType: consent.channelType,
    purpose: consent.purpose,
    kind: consent.kind,
    source: consent.source,
    occurredAt: consent.occurredAt.toISOString(),
    recordedAt: now.toISOString(),
    confirmedAt: consent.confirmedAt?.toISOString() ?? null,
    expiresAt: consent.expiresAt?.toISOString() ?? null,
    actorUserId: consent.actorUserId,
    language: consent.language,
    textVersion: consent.textVersion,
    sourceKey: keptSource(tenantId, consent.sourceKey),
    wordsHash: words.hash,
  }
  return { content, words }
}

/**
 * A source as the ledger keeps it, for good: what kind it is, and a keyed hash. Ids of messages and keys of requests may
 * have a phone number in them.
 */
export function keptSource(tenantId: string, sourceKey: string): string {
  return `${sourceKey.split(':', 1)[0]}:${exactHash(sourceKey, `${tenantId}:consent_source`)}`
}

/** Each on the one before, the first on what the ledger ends with. */
export function chain(drafts: Draft[], head: LedgerHead): Chained[] {
  let last = head
  return drafts.map(({ content, words }) => {
    const entry = { ...content, seq: last.seq + 1, previousHash: last.hash }
    last = { seq: entry.seq, hash: entryHash(entry) }
    return { entry, hash: last.hash, words }
  })
}
