import { type Db, dbOf, sql, type Timestamp, toDate } from '../db.ts'
import { notFound } from '../errors.ts'
import { openContent } from '../messages/message-view.ts'
import type { WaitCode } from '../outbox/lane.ts'
import type { Decision, Stop } from '../policy/decision.ts'
import type { Purpose } from '../policy/purpose.ts'
import { storedIntent } from '../policy/read-intent.ts'
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
  templateContent: string | null
  decision: Decision | null
  stopped: Stop | null
  createdAt: Timestamp
}

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
  /** What stopped it while it waited. */
  stopped: { at: Date; decision: Decision } | null
  /** Of one that still waits: what it would say at this moment. What is over is never explained by today. */
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
  const { purpose, notification, decision, stopped } = row
  return {
    ...{ messageId, purpose, notification },
    queued: decision && { at: toDate(row.createdAt), decision },
    attempts: await selectAttempts(db, ctx.scope, messageId),
    stopped: stopped && { ...stopped, at: new Date(stopped.at) },
    now: row.status === 'queued' ? await decideNow(ctx, row) : null,
  }
}

async function decideNow(ctx: ExplainContext, row: Row): Promise<Decision> {
  const policy = await loadPolicy(ctx, row.conversationId)
  const { encryption, scope } = ctx
  const content = await openContent(encryption, scope, row.content)
  const inPlace =
    row.templateContent === null
      ? null
      : await openContent(encryption, scope, row.templateContent, 'template_content')
  const intent = await policy.read(storedIntent(content, row, inPlace))
  return policy.decide(intent, { scheduledAt: toDate(row.scheduledAt), waits: waitsOf(row) })
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
           template_content as "templateContent", decision, stopped, created_at as "createdAt"
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
