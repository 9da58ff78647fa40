import { decodeCursor, encodeCursor } from '../cursor.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { fileAsJson } from '../files/file-statements.ts'
import type { Scope } from '../scope.ts'
import { type MessageRow, type MessageView, viewMessage } from './message-view.ts'

/**
 * The newest page of a thread, or the one before a cursor; oldest first within it. Sorted by the provider's time,
 * then by our id, which follows the journal.
 */
export async function listMessages(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  conversationId: string,
  page: { before?: string; limit: number },
  now: Date,
): Promise<{ items: MessageView[]; olderCursor: string | null }> {
  const before = decodeCursor(page.before)
  const where = before ? sql`and (m.sent_at, m.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``
  const { rows } = await messageQuery(
    scope,
    sql`and m.conversation_id = ${conversationId} ${standsAlone} ${where}`,
    page.limit + 1,
  ).execute(db)
  const shown = rows.slice(0, page.limit)
  const oldest = shown.at(-1)
  const views = await Promise.all(shown.map((row) => viewMessage(encryption, scope, row, now)))
  return {
    items: views.reverse(),
    olderCursor:
      rows.length > page.limit && oldest ? encodeCursor({ at: oldest.cursorAt, id: oldest.id }) : null,
  }
}

export async function findMessage(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  id: string,
  now: Date,
): Promise<MessageView | null> {
  return (await findMessages(db, encryption, scope, [id], now)).get(id) ?? null
}

/** By their ids; those that the organisation does not have are left out. */
export async function findMessages(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  ids: string[],
  now: Date,
): Promise<Map<string, MessageView>> {
  const { rows } = await messageQuery(scope, sql`and m.id = any(${ids}::uuid[])`, ids.length).execute(db)
  const views = await Promise.all(rows.map((row) => viewMessage(encryption, scope, row, now)))
  return new Map(views.map((view) => [view.id, view]))
}

/**
 * What is shown on another message is no line of its own, unless that message is not there, or is itself shown on
 * another one.
 */
const standsAlone = sql`
  and (m.target_external_id is null or not exists (
    select 1 from cc_external_messages target
    where target.channel_id = m.channel_id and target.external_message_id = m.target_external_id
      and target.conversation_id = m.conversation_id and target.target_external_id is null))`

/**
 * Of each kind and side: a person toggles a reaction now and then, nobody does so more often than this, and a page stays
 * bounded. Many of one kind never hide another: what was withdrawn stays withdrawn. What is told of a call says in the end
 * how it ended, so of that far more counts.
 */
const MOST_COMPANIONS = 10
const MOST_OF_A_CALL = 100

function messageQuery(scope: Scope, where: ReturnType<typeof sql>, limit: number) {
  return sql<MessageRow & { cursorAt: string }>`
    select m.id, m.conversation_id as "conversationId", m.direction, m.origin, m.content, m.context, m.status,
           m.hold, m.error, m.reply_to_external_id as "replyToExternalId", quoted.row as quoted, companions.rows as companions, files.rows as files,
           m.author_user_id as "authorUserId", m.author_name as "authorName", m.sent_at as "sentAt",
           m.created_at as "createdAt", m.lane, m.purpose, m.notification, m.priority, m.scheduled_at as "scheduledAt",
           m.next_attempt_at as "nextAttemptAt", m.wait_code as "waitCode", m.updated_at as "updatedAt", m.refused_content as "refusedContent",
           m.refused_error as "refusedError", m.settled_as as "settledAs", m.settled_at as "settledAt",
           m.resend_of as "resendOf", resent.id as "resentAs", reports.times as "statusTimes", reports.pricing,
           to_char(m.sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_external_messages m
    left join lateral (
      select jsonb_object_agg(e.status, to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as times,
             (array_agg(e.pricing order by e.status_rank desc) filter (where e.pricing is not null))[1] as pricing
      from cc_message_status_events e where e.message_id = m.id and e.participant = '') reports on true
    left join lateral (
      select jsonb_build_object(
               'id', q.id, 'direction', q.direction, 'contentType', q.content_type, 'content', q.content,
               'isRevoked', exists (
                 select 1 from cc_external_messages r
                 where r.channel_id = q.channel_id and r.target_external_id = q.external_message_id
                   and r.conversation_id = q.conversation_id and r.content_type = 'revoke'
                   and r.direction = q.direction)) as row
      from cc_external_messages q
      where q.channel_id = m.channel_id and q.external_message_id = m.reply_to_external_id
        and q.conversation_id = m.conversation_id) quoted on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(
               'direction', c.direction, 'content', c.content, 'at', c.sent_at,
               'id', c.id, 'status', c.status, 'error', c.error,
               'authorUserId', c.author_user_id, 'authorName', c.author_name)) as rows
      from (select *, row_number() over (partition by direction, content_type
                                         order by sent_at desc, id desc) as nth
            from cc_external_messages
            where channel_id = m.channel_id and target_external_id = m.external_message_id
              and conversation_id = m.conversation_id and id <> m.id) c
      where c.nth <= case when c.content_type = 'call' then ${MOST_OF_A_CALL}::int else ${MOST_COMPANIONS}::int end) companions on true
    left join lateral (
      select jsonb_agg(${fileAsJson} order by f.id) as rows
      from cc_message_files mf join cc_media_files f on f.id = mf.file_id
      where mf.message_id = m.id and f.tenant_id = m.tenant_id and f.organization_id = m.organization_id) files on true
    left join cc_external_messages resent on resent.resend_of = m.id
    where m.tenant_id = ${scope.tenantId} and m.organization_id = ${scope.organizationId} ${where}
    order by m.sent_at desc, m.id desc
    limit ${limit}`
}
