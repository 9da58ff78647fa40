import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentKind, ConsentPurpose } from '../consent.ts'

/** What is to be done because of an event in the ledger. */
export interface ConsentTask extends Scope {
  id: string
  kind: 'stop_queued' | 'reply' | 'ask'
  conversationId: string | null
  /** How often it was begun, this time included. */
  attempts: number
  event: {
    id: string
    identityId: string
    channelType: string
    purpose: ConsentPurpose
    kind: ConsentKind
    occurredAt: Date
    language: string | null
    sourceKey: string
  }
}

interface Row extends Omit<ConsentTask, 'event'>, Omit<ConsentTask['event'], 'id' | 'kind' | 'occurredAt'> {
  eventId: string
  eventKind: ConsentKind
  occurredAt: Timestamp
}

/** Longer than a turn takes; who dies gives them back by the end of it. */
const LEASE = '2 minutes'

/** Takes tasks that are due, of all tenants; workers side by side never take the same ones. */
export async function claimTasks(db: Db, now: Date, limit: number): Promise<ConsentTask[]> {
  const today = sql`greatest(${now}::timestamptz, now())`
  const { rows } = await sql<Row>`
    with mine as (
      select id from cc_consent_tasks
      where done_at is null and due_at <= ${today} and (claimed_until is null or claimed_until <= ${today})
      order by due_at, id limit ${limit}
      for update skip locked
    )
    update cc_consent_tasks t
    set claimed_until = ${today} + ${LEASE}::interval, attempts = t.attempts + 1
    from mine, cc_consent_events e
    where t.id = mine.id and e.id = t.event_id
    returning t.id, t.tenant_id as "tenantId", t.organization_id as "organizationId", t.kind,
              t.conversation_id as "conversationId", t.attempts, e.id as "eventId", e.identity_id as "identityId",
              e.channel_type as "channelType", e.purpose, e.kind as "eventKind", e.occurred_at as "occurredAt",
              e.language, e.source_key as "sourceKey"`.execute(db)
  return rows
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, tenantId, organizationId, kind, conversationId, attempts, eventId, eventKind, ...event }) => ({
        ...{ id, tenantId, organizationId, kind, conversationId, attempts },
        event: { ...event, id: eventId, kind: eventKind, occurredAt: toDate(event.occurredAt) },
      }),
    )
}

/** How a task ended, for whoever wonders why nobody was answered. */
export type TaskOutcome =
  | { cancelled: number }
  | { messageId: string }
  | {
      skipped:
        | 'too_old'
        | 'overtaken'
        | 'nothing_to_confirm'
        | 'asked_already'
        | 'no_word_to_confirm_by'
        | 'nobody'
    }
  | { refused: { code: string; error: string } }
  | { failed: string }

/** @returns whether it was not done before */
export async function finishTask(db: Db, { id }: ConsentTask, outcome: TaskOutcome): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update cc_consent_tasks set done_at = now(), claimed_until = null, outcome = ${JSON.stringify(outcome)}::jsonb
    where id = ${id} and done_at is null`.execute(db)
  return Boolean(numAffectedRows)
}

/** It is tried again at that time; why, stands in it until then. */
export async function putOffTask(db: Db, { id }: ConsentTask, until: Date, reason: string): Promise<void> {
  await sql`
    update cc_consent_tasks set claimed_until = ${until}, outcome = ${JSON.stringify({ failed: reason })}::jsonb
    where id = ${id} and done_at is null`.execute(db)
}
