import { type Db, dbOf, sql, type Timestamp, toDate } from '../db.ts'
import { idempotencyConflict, notFound } from '../errors.ts'
import { findMessage } from '../messages/list-messages.ts'
import type { MessageView } from '../messages/message-view.ts'
import type { Scope } from '../scope.ts'
import type { QueueContext } from './send-target.ts'
import { wholeSecond } from './store-message.ts'

export interface QueuedMessage {
  message: MessageView
  /** The caller asked with this key before; nothing new was queued. */
  isRepeated: boolean
}

/** The first answer, whatever has become of the message since. */
export async function firstAnswer(ctx: QueueContext, id: string): Promise<MessageView> {
  const message = await findMessage(dbOf(ctx.em.fork()), ctx.encryption, ctx.scope, id, ctx.now)
  if (!message) throw notFound('message')
  const { scheduledAt, createdAt, fallback } = message
  const isScheduled = scheduledAt !== null && scheduledAt > createdAt
  return {
    ...message,
    content: fallback?.refused ?? message.content,
    ...{ status: 'queued', statusTimes: {}, error: null, pricing: null, hold: null },
    sentAt: wholeSecond(new Date(isScheduled ? scheduledAt : createdAt)).toISOString(),
    waiting: isScheduled ? { code: 'scheduled', until: scheduledAt } : null,
    ...{ fallback: null, unknownSince: null, settlement: null, resentAs: null, canCancel: true },
  }
}

/** The message that this key was used for, by its id; 409 where that was another request. */
export async function earlierMessage(
  { em, scope }: Pick<QueueContext, 'em' | 'scope'>,
  key: string,
  requestHash: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string; requestHash: string | null }>`
    select id, request_hash as "requestHash" from cc_external_messages
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and idempotency_key = ${key}`.execute(dbOf(em.fork()))
  const [earlier] = rows
  if (!earlier) return null
  if (earlier.requestHash === requestHash) return earlier.id
  throw idempotencyConflict('message')
}

/** When the person asked for the message of this key, as that request said; null where it said nothing, or there is none. */
export async function requestedBefore(db: Db, scope: Scope, key: string): Promise<Date | null> {
  const { rows } = await sql<{ requestedAt: Timestamp | null }>`
    select requested_at as "requestedAt" from cc_external_messages
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and idempotency_key = ${key}`.execute(db)
  return toDate(rows[0]?.requestedAt ?? null)
}
