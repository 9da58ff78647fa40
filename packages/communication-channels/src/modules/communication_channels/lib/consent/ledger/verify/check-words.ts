import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { entryHash, wordsHash } from '../entry.ts'
import type { StoredEntry } from '../read-entries.ts'
import { openWords } from '../words.ts'
import { type Finding, wordsChanged, wordsMissing } from './finding.ts'

/** Whether the text and the evidence kept with an entry are those that were recorded; null where they are, or were erased. */
export async function checkWords(
  encryption: TenantEncryptionService,
  stored: StoredEntry,
): Promise<Finding | null> {
  const { entry, hash, words } = stored
  // An entry that was changed says nothing of its words any more, and is found as such.
  if (words === 'erased' || entryHash(entry) !== hash) return null
  if (words === null) return wordsMissing(stored)
  const { tenantId, organizationId } = entry
  const opened = await openWords(encryption, { tenantId, organizationId }, words.sealed)
  return opened && wordsHash(words.salt, opened) === entry.wordsHash ? null : wordsChanged(stored)
}
