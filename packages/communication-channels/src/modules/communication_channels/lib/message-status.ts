import { type Db, sql } from './db.ts'
import type { MessageStatus } from './status.ts'

export interface MessageName {
  channelId: string
  externalMessageId: string
}

export interface RaisedMessage {
  id: string
  tenantId: string
  organizationId: string
  channelId: string
  conversationId: string
  status: MessageStatus
  /** Of one that failed: the person wants no more of this (`StatusError.endsConsent`). */
  endsConsent?: string | null
}

/**
 * Ties reports to their messages and lets each message climb to the highest of them. Called when reports come in
 * and when a message learns its external id; whichever is second finds what the first left. A report also
 * settles the attempts whose answer was lost: the message evidently went out.
 */
export async function raiseStatuses(db: Db, names: MessageName[]): Promise<RaisedMessage[]> {
  if (names.length === 0) return []
  const channels = names.map((name) => name.channelId)
  const externals = names.map((name) => name.externalMessageId)
  const { rows } = await sql<RaisedMessage>`
    with named as (
      select distinct m.id, m.channel_id, m.external_message_id
      from unnest(${channels}::uuid[], ${externals}::text[]) as n (channel_id, external_message_id)
      join cc_external_messages m using (channel_id, external_message_id)
      where m.direction = 'outbound'
    ), tied as (
      update cc_message_status_events e set message_id = named.id from named
      where e.channel_id = named.channel_id and e.external_message_id = named.external_message_id
        and e.message_id is distinct from named.id
    ), highest as (
      select distinct on (named.id) named.id, e.status, e.status_rank, e.error
      from named join cc_message_status_events e
        on e.channel_id = named.channel_id and e.external_message_id = named.external_message_id
      order by named.id, e.status_rank desc, e.occurred_at
    )
    update cc_external_messages m
    set status = highest.status, status_rank = highest.status_rank, error = highest.error,
        claimed_until = null, next_attempt_at = null, updated_at = now()
    from highest
    where m.id = highest.id and m.status_rank < highest.status_rank
    returning m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
              m.channel_id as "channelId", m.conversation_id as "conversationId", m.status,
              m.error ->> 'endsConsent' as "endsConsent"`.execute(db)
  await settleAttempts(db, rows)
  return rows
}

/** Evidently they went out, so an attempt without an answer was the one. */
export async function settleAttempts(db: Db, raised: Pick<RaisedMessage, 'id'>[]): Promise<void> {
  if (raised.length === 0) return
  await sql`
    update cc_send_attempts set outcome = 'sent', finished_at = coalesce(finished_at, now())
    where message_id = any(${raised.map((message) => message.id)}::uuid[])
      and coalesce(outcome, 'unknown') = 'unknown'`.execute(db)
}
