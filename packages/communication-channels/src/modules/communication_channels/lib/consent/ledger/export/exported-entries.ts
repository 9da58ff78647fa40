import type { Db } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import type { Scope } from '../../../scope.ts'
import { holdersOf } from '../../whose.ts'
import type { ConsentWords, LedgerEntry } from '../entry.ts'
import { readEntries, type StoredEntry } from '../read-entries.ts'
import { openWords } from '../words.ts'

export interface ExportedEntry {
  seq: number
  previousHash: string
  hash: string
  /** Null where it belongs to another organisation of the tenant: then only its place in the chain is told. */
  entry: LedgerEntry | null
  /** Whose it is by what is known today. */
  contactId: string | null
  isErased: boolean
  /** Null where they were erased. */
  words: (ConsentWords & { salt: string }) | null
}

/**
 * An organisation's ledger as far as it goes now, or what of it is about one contact, page by page.
 *
 * @param until the number of the last entry; all where that is not known
 */
export async function* exportedEntries(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { contactId, until }: { contactId: string | null; until: number | undefined },
): AsyncGenerator<ExportedEntry[]> {
  const about = contactId === null ? undefined : { organizationId, contactId }
  const isOurs = ({ entry }: StoredEntry) => entry.organizationId === organizationId
  for await (const page of readEntries(db, { tenantId, until, about })) {
    const holders = await holdersOf(
      db,
      page.map(({ entry }) => ({ identityId: entry.identityId, occurredAt: new Date(entry.occurredAt) })),
    )
    yield await Promise.all(
      page.map((stored, nth) =>
        isOurs(stored) ? exported(encryption, stored, holders[nth]!) : withheld(stored),
      ),
    )
  }
}

function withheld({ entry: { seq, previousHash }, hash }: StoredEntry): ExportedEntry {
  return { seq, previousHash, hash, entry: null, contactId: null, isErased: false, words: null }
}

async function exported(
  encryption: TenantEncryptionService,
  { entry, hash, words: kept }: StoredEntry,
  contactId: string | null,
): Promise<ExportedEntry> {
  const { seq, previousHash } = entry
  const isErased = kept === 'erased'
  const opened = kept && !isErased ? await openWords(encryption, entry, kept.sealed) : null
  const words = kept && !isErased && opened ? { salt: kept.salt, ...opened } : null
  return { seq, previousHash, hash, entry, contactId, isErased, words }
}
