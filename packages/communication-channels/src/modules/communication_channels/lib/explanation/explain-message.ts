import { type Db, dbOf, sql, type Timestamp, toDate } from '../db.ts'
import { notFound } from '../errors.ts'
import { openContent } from '../messages/message-view.ts'
import type { WaitCode } from '../outbox/lane.ts'
import type { Decision } from '../policy/decision.ts'
import { DOUBLE_OPT_IN } from '../policy/notification-intent.ts'
import type { Purpose } from '../policy/purpose.ts'
import type { WaitFact } from '../policy/send-facts.ts'
import type { Scope } from '../scope.ts'
import { type ExplainContext, loadPolicy } from './conversation-policy.ts'

interface Row {
  conversationId: string
  status: string
  purpose: Purpose | null
  notification: string | null
  requestedAt: Timestamp | null
  scheduledAt: Timestamp | null
  nextAttemptAt: Timestamp | null
  waitCode: WaitCode | null
  content: string
  decision: Decision | null
  createdAt: Timestamp
}

/** Also what was stopped: what stopped it came after the last time that the policy was asked. */
const HAS_NOT_LEFT = new Set(['queued', 'cancelled'])

export interface ExplainedAttempt {
  number: number
  at: Date
  outcome: 'sent' | 'not_sent' | 'unknown' | null
  decision: Decision | null
}

export interface ExplainedMessage {
  messageId: string
  purpose: Purpose | null
  notification: string | null
  /** What the policy said when it was written, and each time it was to leave. */
  queued: { at: Date; decision: Decision } | null
  attempts: ExplainedAttempt[]
  /** Of one that has not left: what it would say at this moment. */
  now: Decision | null
}

/**
 * Why a message of ours left, or did not, as it was decided then.
 *
 * @throws ChannelError 404, also for what a customer wrote
 */
export async function explainMessage(ctx: ExplainContext, messageId: string): Promise<ExplainedMessage> {
  const db = dbOf(ctx.em.fork())
  const row = await selectMessage(db, ctx.scope, messageId)
  if (!row) throw notFound('message')
  const { purpose, notification, decision } = row
  return {
    ...{ messageId, purpose, notification },
    queued: decision && { at: toDate(row.createdAt), decision },
    attempts: await selectAttempts(db, ctx.scope, messageId),
    now: HAS_NOT_LEFT.has(row.status) ? await decideNow(ctx, row) : null,
  }
}

async function decideNow(ctx: ExplainContext, row: Row): Promise<Decision> {
  const policy = await loadPolicy(ctx, row.conversationId)
  const intent = await policy.read({
    content: await openContent(ctx.encryption, ctx.scope, row.content),
    purpose: row.purpose ?? undefined,
    requestedAt: toDate(row.requestedAt)?.toISOString(),
  })
  const asksConsent = row.notification === DOUBLE_OPT_IN
  return policy.decide(
    { ...intent, asksConsent },
    { scheduledAt: toDate(row.scheduledAt), waits: waitsOf(row) },
  )
}

function waitsOf({ waitCode: code, nextAttemptAt }: Row): WaitFact[] {
  const isLimit = code === 'portfolio_limit' || code === 'organization_limit'
  return isLimit && nextAttemptAt ? [{ code, until: toDate(nextAttemptAt) }] : []
}

async function selectMessage(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select conversation_id as "conversationId", status, purpose, notification, requested_at as "requestedAt",
           scheduled_at as "scheduledAt", next_attempt_at as "nextAttemptAt", wait_code as "waitCode", content,
           decision, created_at as "createdAt"
    from cc_external_messages
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and direction = 'outbound' and origin = 'api'`.execute(db)
  return rows[0]
}

async function selectAttempts(
  db: Db,
  { tenantId, organizationId }: Scope,
  messageId: string,
): Promise<ExplainedAttempt[]> {
  const { rows } = await sql<Omit<ExplainedAttempt, 'at'> & { at: Timestamp }>`
    select number, started_at as at, outcome, decision from cc_send_attempts
    where message_id = ${messageId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
    order by number`.execute(db)
  return rows.map(({ at, ...attempt }) => ({ ...attempt, at: toDate(at) }))
}
