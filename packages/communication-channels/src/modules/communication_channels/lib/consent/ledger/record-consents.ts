import type { Db } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { restateConsents } from '../restate-consents.ts'
import { holdHolders } from '../whose.ts'
import { appendEntries, onlyNew } from './append-entries.ts'
import { chain, draftEntry } from './draft-entry.ts'
import { holdHead, moveHead } from './head.ts'
import type { NewConsent, RecordedConsent } from './new-consent.ts'
import { stopQueued } from './stop-queued.ts'

export type { NewConsent, RecordedConsent }

/**
 * Adds to the ledger what is not in it yet, and works out how the people stand then; whoever wants no more gets nothing
 * that is queued. Within the caller's transaction, and the last thing in it that waits for anybody: the ledger is held
 * until its end. After the commit the caller wakes `CONSENTS_QUEUE` and `OUTGOING_EVENTS_QUEUE`.
 *
 * @param now the time of recording
 * @returns those that were new, in their order
 */
export async function recordConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  entries: NewConsent[],
  now: Date,
): Promise<RecordedConsent[]> {
  if (entries.length === 0) return []
  // Sealed before anything is held: the tenant's key may have to be fetched.
  const drafts = await Promise.all(entries.map((consent) => draftEntry(encryption, scope, consent, now)))
  const holders = await holdHolders(db, entries)
  const told = entries.map((consent, nth) => ({ consent, draft: drafts[nth]!, contactId: holders[nth]! }))
  const head = await holdHead(db, scope.tenantId)
  const fresh = await onlyNew(db, scope, told)
  if (fresh.length === 0) return []
  const chained = chain(
    fresh.map(({ draft }) => draft),
    head,
  )
  await appendEntries(db, chained)
  const { entry, hash } = chained.at(-1)!
  await moveHead(db, scope.tenantId, { ...head, seq: entry.seq, hash }, now)
  await restateConsents(
    db,
    fresh.flatMap(({ contactId }) => contactId ?? []),
  )
  const recorded = fresh.map(({ consent, draft, contactId }) => ({
    ...consent,
    ...{ eventId: draft.content.id, contactId },
  }))
  await stopQueued(db, scope, recorded)
  return recorded
}
