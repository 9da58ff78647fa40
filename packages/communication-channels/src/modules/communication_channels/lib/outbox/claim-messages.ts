import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'

export interface ClaimedMessage {
  id: string
  tenantId: string
  organizationId: string
  channelId: string
  conversationId: string
  /** Encrypted JSON of the content. */
  content: string
  replyToExternalId: string | null
  attemptCount: number
}

/**
 * How long a sender may take before its message counts as lost on the way. Longer than the provider is waited
 * for, or a slow answer would be taken for a dead process.
 */
export const LEASE_MS = 60_000

/**
 * Takes messages that are due, of all tenants, and writes the attempt before anything leaves. Within a conversation
 * only the oldest unsent one is taken: what was written first arrives first, also when it has to be tried again.
 */
export async function claimMessages(db: Db, now: Date, limit: number): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    update cc_external_messages m
    set status = 'sending', status_rank = 1, attempt_count = attempt_count + 1,
        claimed_until = ${new Date(now.getTime() + LEASE_MS)}, updated_at = ${now}
    from (
      select id from cc_external_messages due
      where status = 'queued' and next_attempt_at <= greatest(${now}::timestamptz, now())
        and not exists (
          select 1 from cc_external_messages earlier
          where earlier.conversation_id = due.conversation_id and earlier.status in ('queued', 'sending')
            and earlier.id < due.id)
      order by next_attempt_at, id limit ${limit} for update skip locked) taken
    where m.id = taken.id
    returning m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
              m.channel_id as "channelId", m.conversation_id as "conversationId", m.content,
              m.reply_to_external_id as "replyToExternalId",
              m.attempt_count as "attemptCount"`.execute(db)
  if (rows.length > 0) {
    await sql`
      insert into cc_send_attempts (id, tenant_id, organization_id, message_id, number, started_at)
      select v.*, ${now}::timestamptz from unnest(
        ${rows.map(() => randomUUIDv7())}::uuid[],
        ${rows.map((row) => row.tenantId)}::uuid[],
        ${rows.map((row) => row.organizationId)}::uuid[],
        ${rows.map((row) => row.id)}::uuid[],
        ${rows.map((row) => row.attemptCount)}::smallint[]) as v`.execute(db)
  }
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}
