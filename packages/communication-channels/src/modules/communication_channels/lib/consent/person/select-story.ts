import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { openWords } from '../ledger/words.ts'
import { eventsAbout } from '../whose.ts'
import type { ConsentEntryView } from './person-consents-view.ts'

/** Nobody says more about it in a life; who writes STOP all day is still shown how it ended. */
const MOST = 500

interface Row
  extends Pick<ConsentEntryView, 'id' | 'seq' | 'purpose' | 'kind' | 'source' | 'language' | 'textVersion'> {
  occurredAt: Timestamp
  recordedAt: Timestamp
  confirmedAt: Timestamp | null
  expiresAt: Timestamp | null
  actorUserId: string | null
  words: string | null
  isErased: boolean
}

export type StoryEntry = Omit<ConsentEntryView, 'messageId' | 'conversationId' | 'actor'> & {
  actorUserId: string | null
}

/** What is recorded about a contact on one kind of channel, the newest first. */
export async function selectStory(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  contactId: string,
  channelType: string,
): Promise<StoryEntry[]> {
  const { rows } = await sql<Row>`
    select e.id, e.seq::float8 as seq, e.purpose, e.kind, e.source, e.language, e.text_version as "textVersion",
           e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.confirmed_at as "confirmedAt",
           e.expires_at as "expiresAt", e.actor_user_id as "actorUserId", w.words,
           w.erased_at is not null as "isErased"
    from ${eventsAbout([contactId])} e left join cc_consent_words w on w.event_id = e.id
    where e.tenant_id = ${scope.tenantId} and e.organization_id = ${scope.organizationId}
      and e.channel_type = ${channelType}
    order by e.occurred_at desc, e.seq desc limit ${MOST}`.execute(db)
  return Promise.all(rows.map((row) => openEntry(encryption, scope, row)))
}

async function openEntry(
  encryption: TenantEncryptionService,
  scope: Scope,
  { words: sealed, ...row }: Row,
): Promise<StoryEntry> {
  const words = sealed === null ? null : await openWords(encryption, scope, sealed)
  return {
    ...row,
    occurredAt: toDate(row.occurredAt).toISOString(),
    recordedAt: toDate(row.recordedAt).toISOString(),
    confirmedAt: toDate(row.confirmedAt)?.toISOString() ?? null,
    expiresAt: toDate(row.expiresAt)?.toISOString() ?? null,
    text: words?.text ?? null,
    evidence: words?.evidence ?? {},
  }
}
