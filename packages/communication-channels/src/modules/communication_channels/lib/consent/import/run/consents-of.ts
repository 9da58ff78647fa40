import { exactHash } from '../../../exact-hash.ts'
import type { NewConsent } from '../../ledger/record-consents.ts'
import type { SoundRow } from '../check/check-row.ts'
import type { ClaimedImport } from './claim-import.ts'

/**
 * What a row says, one entry for each purpose. Known again by what it says, not by the file or the line in which it
 * stands: the same list once more, or put right and handed in as a whole, changes nothing for those who are in.
 */
export function consentsOf(
  { tenantId, providerKey, channelType, fileName, terms, authorUserId }: ClaimedImport,
  { line, row }: { line: number; row: SoundRow },
  identityId: string,
): (NewConsent & { line: number })[] {
  const { phone, agreedAt, confirmedAt } = row
  const text = row.text ?? terms.text
  const textVersion = row.textVersion ?? terms.textVersion
  const language = row.language ?? terms.language
  const document = row.evidence.document ?? terms.document
  const evidence = { ...row.evidence, ...(document === null ? {} : { document }) }
  const fact = [providerKey, phone, agreedAt, confirmedAt, text, textVersion, language]
  const told = JSON.stringify([fact, Object.entries(evidence).sort()])
  const sourceKey = `import:${exactHash(told, `${tenantId}:consent_import_row`)}`
  return row.purposes.map((purpose) => ({
    ...{ line, sourceKey, identityId, channelType, purpose, textVersion, language },
    ...{ kind: 'opted_in', source: 'import', actorUserId: authorUserId, expiresAt: null },
    occurredAt: new Date(agreedAt),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    words: { text, evidence: { ...evidence, list: fileName, line: String(line) } },
  }))
}
