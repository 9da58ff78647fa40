import type { SendError, SendHold } from '../adapter.ts'
import { type Db, sql } from '../db.ts'
import { type ConversationEvent, recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import { raiseStatuses } from '../message-status.ts'
import { nameMessages } from '../name-messages.ts'
import { type MessageStatus, rankOf } from '../status.ts'
import type { ClaimedMessage } from './claim-messages.ts'
import { type AttemptEnd, renewFiles } from './missing-files.ts'
import { decideRetry } from './retry.ts'

/**
 * Writes down how an attempt ended, in one transaction of its own. The message before its attempt, as those who apply
 * reports do it: who locks in another order waits for the other for ever.
 */
export async function recordOutcome(
  db: Db,
  message: ClaimedMessage,
  outcome: AttemptEnd,
  now: Date,
  jitter: number,
): Promise<void> {
  await settleMessage(db, message, outcome, now, jitter)
  await finishAttempt(db, message, outcome, now)
}

async function settleMessage(
  db: Db,
  message: ClaimedMessage,
  outcome: AttemptEnd,
  now: Date,
  jitter: number,
): Promise<void> {
  switch (outcome.outcome) {
    case 'sent':
      return recordSent(db, message, outcome.externalMessageId, outcome.hold ?? null, now)
    case 'unknown':
      return climb(db, message, 'unknown', outcome.error, now)
    case 'not_sent': {
      const decision = outcome.retryable
        ? decideRetry(message.attemptCount, outcome.retryAfterMs, now, jitter)
        : ({ retry: false } as const)
      if (!decision.retry) return climb(db, message, 'failed', outcome.error, now)
      return requeue(db, message, outcome.error, decision.at)
    }
    case 'files_missing': {
      // Uploads before messages, as those do who finish them.
      const renewed = await renewFiles(db, message, outcome, now)
      if (renewed === 'give_up') return climb(db, message, 'failed', outcome.error, now)
      return requeue(db, message, outcome.error, renewed.at)
    }
  }
}

async function finishAttempt(db: Db, message: ClaimedMessage, outcome: AttemptEnd, now: Date): Promise<void> {
  const error = outcome.outcome === 'sent' ? null : JSON.stringify(outcome.error)
  const told = outcome.outcome === 'files_missing' ? 'not_sent' : outcome.outcome
  await sql`
    update cc_send_attempts set outcome = ${told}, error = ${error}::jsonb, finished_at = ${now}
    where message_id = ${message.id} and number = ${message.attemptCount}
      and coalesce(outcome, 'unknown') = 'unknown'`.execute(db)
}

async function recordSent(
  db: Db,
  message: ClaimedMessage,
  externalMessageId: string,
  hold: SendHold | null,
  now: Date,
): Promise<void> {
  const inherited = await nameMessages(db, [
    { messageId: message.id, channelId: message.channelId, externalMessageId },
  ])
  if (hold) await sql`update cc_external_messages set hold = ${hold} where id = ${message.id}`.execute(db)
  const raised = await raiseStatuses(db, [{ channelId: message.channelId, externalMessageId }])
  await climb(db, message, 'sent', null, now)
  await recordEvents(db, [
    hubEvent('communication_channels.message.sent', message, 'sent'),
    ...[...inherited, ...raised].map(statusEvent),
  ])
}

/** Only ever up: a status that the provider reported meanwhile is not taken back. */
async function climb(
  db: Db,
  message: ClaimedMessage,
  status: 'sent' | 'unknown' | 'failed',
  error: SendError | null,
  now: Date,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update cc_external_messages
    set status = ${status}, status_rank = ${rankOf(status)}, error = ${error && JSON.stringify(error)}::jsonb,
        claimed_until = null, next_attempt_at = null, updated_at = ${now}
    where id = ${message.id} and status_rank < ${rankOf(status)}`.execute(db)
  if (!numAffectedRows || status === 'sent') return
  await recordEvents(db, [hubEvent('communication_channels.message.status_changed', message, status)])
}

function hubEvent(
  event: ConversationEvent['event'],
  message: ClaimedMessage,
  status: MessageStatus,
): ConversationEvent {
  const { tenantId, organizationId, channelId, conversationId, id: messageId } = message
  const payload: ConversationEvent['payload'] = {
    channelId,
    conversationId,
    messageId,
    direction: 'outbound',
    status,
  }
  return { event, tenantId, organizationId, payload }
}

/** Also when its lease ended meanwhile and it was given up as `unknown`: now it is known that nothing went out. */
async function requeue(db: Db, message: ClaimedMessage, error: SendError, at: Date | null): Promise<void> {
  await sql`
    update cc_external_messages
    set status = 'queued', status_rank = 0, error = ${JSON.stringify(error)}::jsonb, next_attempt_at = ${at},
        claimed_until = null
    where id = ${message.id} and status in ('sending', 'unknown')
      and attempt_count = ${message.attemptCount}`.execute(db)
}
