import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { knownTime, OCCURRED_AT } from '../ledger/entry-times.ts'
import { KEPT_WORDS, type KeptWords, wordsState } from '../ledger/kept-words.ts'
import { openWords } from '../ledger/words.ts'
import { eventsAbout } from '../whose.ts'
import type { ConsentEntryView } from './person-consents-view.ts'

/** Nobody says more about it in a life; who writes STOP all day is still shown how it ended. */
const MOST = 500

interface Row
  extends Pick<ConsentEntryView, 'id' | 'seq' | 'purpose' | 'kind' | 'source' | 'language' | 'textVersion'>,
    KeptWords {
  occurredAt: Timestamp
  recordedAt: Timestamp | null
  confirmedAt: Timestamp | null
  expiresAt: Timestamp | null
  actorUserId: string | null
}

export type StoryEntry = Omit<ConsentEntryView, 'messageId' | 'conversationId' | 'actor'> & {
  actorUserId: string | null
}

/** What is recorded about a contact on one kind of channel, the newest first; within a second as it was recorded. */
export async function selectStory(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  contactId: string,
  channelType: string,
): Promise<StoryEntry[]> {
  const { rows } = await sql<Row>`
    select e.id, e.seq::float8 as seq, e.purpose, e.kind, e.source, e.language, e.text_version as "textVersion",
           ${OCCURRED_AT} as "occurredAt", ${knownTime('e.recorded_at')} as "recordedAt",
           ${knownTime('e.confirmed_at')} as "confirmedAt", ${knownTime('e.expires_at')} as "expiresAt",
           e.actor_user_id as "actorUserId", ${KEPT_WORDS}
    from ${eventsAbout([contactId])} e left join cc_consent_words w on w.event_id = e.id
    where e.tenant_id = ${scope.tenantId} and e.organization_id = ${scope.organizationId}
      and e.channel_type = ${channelType}
    order by date_trunc('second', e.occurred_at) desc, e.seq desc limit ${MOST}`.execute(db)
  return Promise.all(rows.map((row) => openEntry(encryption, scope, row)))
}

async function openEntry(
  encryption: TenantEncryptionService,
  scope: Scope,
  { salt, words: sealed, erasedAt, erasedBy, eraseReason, eraseSeal, ...row }: Row,
): Promise<StoryEntry> {
  const kept = { salt, words: sealed, erasedAt, erasedBy, eraseReason, eraseSeal }
  const state = wordsState(scope.tenantId, row.id, kept)
  const words = state && state !== 'erased' ? await openWords(encryption, scope, state.sealed) : null
  const occurredAt = toDate(row.occurredAt).toISOString()
  return {
    ...row,
    occurredAt,
    recordedAt: toDate(row.recordedAt)?.toISOString() ?? occurredAt,
    confirmedAt: toDate(row.confirmedAt)?.toISOString() ?? null,
    expiresAt: toDate(row.expiresAt)?.toISOString() ?? null,
    text: words?.text ?? null,
    evidence: words?.evidence ?? {},
    isErased: state === 'erased',
    isMissing: state !== 'erased' && !words,
  }
}
