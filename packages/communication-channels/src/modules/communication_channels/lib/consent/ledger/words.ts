import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { type ConsentWords, wordsHash } from './entry.ts'

/** As which everything about consent is sealed (`encryption.ts`). */
export const CONSENT_ENTITY = 'communication_channels:consent'

const consentWords = z.object({ text: z.string().nullable(), evidence: z.record(z.string(), z.string()) })

/** As they are kept: beside the ledger, so that they can be erased and its hashes still hold. */
export interface SealedWords {
  salt: string
  hash: string
  /** Encrypted. */
  words: string
}

export async function sealWords(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  words: ConsentWords,
): Promise<SealedWords> {
  const salt = randomBytes(16).toString('hex')
  const payload = { words: JSON.stringify(words) }
  const sealed = await encryption.encryptEntityPayload(CONSENT_ENTITY, payload, tenantId, organizationId)
  return { salt, hash: wordsHash(salt, words), words: String(sealed.words) }
}

/** Null where they do not open with the tenant's key, or are no words of consent: somebody has put them there. */
export async function openWords(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  sealed: string,
): Promise<ConsentWords | null> {
  const opened = await encryption.decryptEntityPayload(
    CONSENT_ENTITY,
    { words: sealed },
    tenantId,
    organizationId,
  )
  try {
    return consentWords.parse(JSON.parse(String(opened.words)))
  } catch {
    return null
  }
}
