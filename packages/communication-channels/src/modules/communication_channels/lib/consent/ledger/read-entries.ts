import { type Db, sql } from '../../db.ts'
import { eventsAbout } from '../whose.ts'
import type { LedgerEntry } from './entry.ts'
import { isoTime } from './entry-times.ts'
import { KEPT_WORDS, type KeptWords, type WordsState, wordsState } from './kept-words.ts'

/** A line of the ledger as it stands in the database, whatever became of it there. */
export interface StoredEntry {
  entry: LedgerEntry
  hash: string
  words: WordsState
}

type Row = LedgerEntry & KeptWords & { hash: string }

const AT_ONCE = 500

/** What is read: a tenant's ledger, or what of it is about one contact of an organisation. */
export interface LedgerPart {
  tenantId: string
  /** The number of the last entry that is read; without it, all. */
  until?: number | undefined
  about?: { organizationId: string; contactId: string }
}

/** In the order of the ledger, page by page. */
export async function* readEntries(db: Db, part: LedgerPart): AsyncGenerator<StoredEntry[]> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await selectPage(db, part, after)
    if (page.length > 0) yield page
    after = page.at(-1)?.entry.seq ?? Number.MAX_SAFE_INTEGER
    // Nobody counts further: behind it is only what somebody put there.
    if (page.length < AT_ONCE || after >= Number.MAX_SAFE_INTEGER) return
  }
}

async function selectPage(
  db: Db,
  { tenantId, until, about }: LedgerPart,
  after: number,
): Promise<StoredEntry[]> {
  const events = about ? eventsAbout([about.contactId]) : sql`cc_consent_events`
  const { rows } = await sql<Row>`
    select e.tenant_id as "tenantId", e.seq::float8 as seq, e.id, e.organization_id as "organizationId",
           e.identity_id as "identityId", e.channel_type as "channelType", e.purpose, e.kind, e.source,
           ${isoTime('e.occurred_at')} as "occurredAt", ${isoTime('e.recorded_at')} as "recordedAt",
           ${isoTime('e.confirmed_at')} as "confirmedAt", ${isoTime('e.expires_at')} as "expiresAt",
           e.actor_user_id as "actorUserId", e.language, e.text_version as "textVersion",
           e.source_key as "sourceKey", e.words_hash as "wordsHash", e.previous_hash as "previousHash", e.hash,
           ${KEPT_WORDS}
    from ${events} e left join cc_consent_words w on w.event_id = e.id
    where e.tenant_id = ${tenantId} and e.seq > ${after}
      ${until === undefined ? sql`` : sql`and e.seq <= ${until}`}
      ${about ? sql`and e.organization_id = ${about.organizationId}` : sql``}
    order by e.seq limit ${AT_ONCE}`.execute(db)
  return rows.map(({ hash, salt, words, erasedAt, erasedBy, eraseReason, eraseSeal, ...entry }) => ({
    entry,
    hash,
    words: wordsState(entry.tenantId, entry.id, { salt, words, erasedAt, erasedBy, eraseReason, eraseSeal }),
  }))
}
