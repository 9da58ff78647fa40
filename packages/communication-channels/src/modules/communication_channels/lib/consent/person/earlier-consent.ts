import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import { idempotencyConflict } from '../../errors.ts'
import type { Scope } from '../../scope.ts'
import { keptSource } from '../ledger/draft-entry.ts'
import { wordsHash } from '../ledger/entry.ts'
import type { NewConsent } from '../ledger/record-consents.ts'
import { holdersOf, type Saying } from '../whose.ts'
import { CLOCKS_DIFFER_MS } from './check-consent.ts'

interface Row extends Pick<NewConsent, 'identityId' | 'purpose' | 'kind' | 'source'> {
  occurredAt: Timestamp
  wordsHash: string
  /** Null once the words are erased: then nobody can say any more whether these are the same. */
  salt: string | null
}

/**
 * What was recorded under the same key before; null where nothing was.
 *
 * @param isTimed whether the time was told: else it is that of each request
 * @throws ChannelError 409 `idempotency_conflict` where it was another consent
 */
export async function earlierConsent(
  db: Db,
  { tenantId, organizationId }: Scope,
  entries: NewConsent[],
  isTimed: boolean,
): Promise<Saying | null> {
  const source = keptSource(tenantId, entries[0]!.sourceKey)
  const { rows } = await sql<Row>`
    select e.identity_id as "identityId", e.purpose, e.kind, e.source, e.occurred_at as "occurredAt",
           e.words_hash as "wordsHash", w.salt
    from cc_consent_events e left join cc_consent_words w on w.event_id = e.id
    where e.tenant_id = ${tenantId} and e.organization_id = ${organizationId} and e.source_key = ${source}`.execute(
    db,
  )
  if (rows.length === 0) return null
  const earlier = rows.map((row) => ({ ...row, occurredAt: toDate(row.occurredAt) }))
  const isSame = (row: (typeof earlier)[number], entry: NewConsent) =>
    row.purpose === entry.purpose &&
    row.kind === entry.kind &&
    row.source === entry.source &&
    (!isTimed || Math.abs(row.occurredAt.getTime() - entry.occurredAt.getTime()) <= CLOCKS_DIFFER_MS) &&
    (row.salt === null || row.wordsHash === wordsHash(row.salt, entry.words))
  const [whose] = await holdersOf(db, earlier.slice(0, 1))
  const [asked] = await holdersOf(db, entries.slice(0, 1))
  const isRepeated =
    whose === asked &&
    rows.length === entries.length &&
    entries.every((entry) => earlier.some((row) => isSame(row, entry)))
  if (!isRepeated) throw idempotencyConflict('consent')
  return earlier[0]!
}
