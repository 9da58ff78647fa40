import type { Db } from '../../db.ts'
import { databaseNow } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { type NewConsent, type RecordedConsent, recordConsents } from '../ledger/record-consents.ts'
import { holdHolders } from '../whose.ts'

/** Something about being written to that came in with messages or their reports. */
export interface Heard<C extends NewConsent = NewConsent> {
  scope: Scope
  conversationId: string
  consent: C
}

/**
 * Enters what was heard into the ledger, within the caller's transaction and after all else that it waits for. Everybody
 * whom it is about is held before any ledger is, and the ledgers of several tenants are held in one order: so two who
 * hear of the same ones wait for each other and never in a circle.
 *
 * @returns what was new
 */
export async function recordHeard(
  db: Db,
  encryption: TenantEncryptionService,
  heard: Heard[],
): Promise<Heard<RecordedConsent>[]> {
  if (heard.length === 0) return []
  const now = await databaseNow(db)
  await holdHolders(
    db,
    heard.map(({ consent }) => consent),
  )
  const recorded: Heard<RecordedConsent>[] = []
  for (const [, own] of [...Map.groupBy(heard, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { scope } = own[0]!
    const threads = new Map(own.map(({ consent, conversationId }) => [consent.sourceKey, conversationId]))
    const entries = own.map(({ consent }) => consent)
    for (const consent of await recordConsents(db, encryption, scope, entries, now))
      recorded.push({ scope, conversationId: threads.get(consent.sourceKey)!, consent })
  }
  return recorded
}

function keyOf({ scope: { tenantId, organizationId } }: Heard): string {
  return `${tenantId}|${organizationId}`
}
