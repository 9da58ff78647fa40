import type { SendBlame, SendError } from '../../adapter/send-content.ts'
import { holdRefusing, recordRefusals } from '../../consent/words/hear-refusals.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { afterFailure } from '../circuit/after-attempt.ts'
import { type AttemptEnd, renewFiles } from '../missing-files.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import { decideRateRetry, decideRetry } from '../retry.ts'
import { callOff, isCalledOff } from './call-off.ts'
import { climb } from './climb.ts'
import { earlierRefusals } from './earlier-refusals.ts'
import { fallBackToText } from './fall-back.ts'

/** How an attempt ended that did not come through. */
export interface FailedAttempt {
  message: ReservedMessage
  end: Exclude<AttemptEnd, { outcome: 'sent' }>
  /** Null where the provider was not asked. */
  blame: SendBlame | null
  providerKey: string
}

/**
 * Writes down how an attempt ended, in one transaction of its own. The message before its attempt, as those who apply
 * reports do it: who locks in another order waits for the other for ever.
 */
export async function recordFailure(
  db: Db,
  encryption: TenantEncryptionService,
  failed: FailedAttempt,
  now: Date,
  jitter: number,
): Promise<void> {
  const { message, end, blame, providerKey } = failed
  if (end.error.endsConsent) await holdRefusing(db, message.id)
  await settleMessage(db, encryption, failed, now, jitter)
  await sql`
    update cc_send_attempts
    set outcome = ${end.outcome === 'unknown' ? 'unknown' : 'not_sent'}, error = ${JSON.stringify(end.error)}::jsonb,
        blame = ${blame}, finished_at = ${now}
    where message_id = ${message.id} and number = ${message.attemptCount}
      and coalesce(outcome, 'unknown') = 'unknown'`.execute(db)
  await afterFailure(db, { ...message, providerKey }, blame, now)
  await recordRefusals(db, encryption, [{ id: message.id, endsConsent: end.error.endsConsent }])
}

async function settleMessage(
  db: Db,
  encryption: TenantEncryptionService,
  { message, end, blame }: FailedAttempt,
  now: Date,
  jitter: number,
): Promise<void> {
  if (end.outcome === 'unknown') return climb(db, message, 'unknown', end.error, now)
  const isOver = await isCalledOff(db, message)
  if (isOver && (end.outcome === 'files_missing' || end.retryable)) return callOff(db, message, now)
  if (end.outcome === 'files_missing') {
    // Uploads before messages, as those do who finish them.
    const renewed = await renewFiles(db, message, end, now)
    if (renewed === 'give_up') return climb(db, message, 'failed', end.error, now)
    return requeue(db, message, end.error, renewed.at)
  }
  if (blame === 'form' && !isOver && (await fallBackToText(db, encryption, message, end.error, now))) return
  if (!end.retryable) return climb(db, message, 'failed', end.error, now)
  const earlier = await earlierRefusals(db, message, now)
  const decision =
    blame === 'rate'
      ? decideRateRetry(
          { refused: earlier.rates + 1, forMs: earlier.rateForMs },
          end.retryAfterMs,
          now,
          jitter,
        )
      : decideRetry(earlier.others + 1, end.retryAfterMs, now, jitter)
  if (!decision.retry) return climb(db, message, 'failed', end.error, now)
  return requeue(db, message, end.error, decision.at)
}

/**
 * Also when its lease ended meanwhile and it was given up as `unknown`: now it is known that nothing went out. Unless a
 * person decided about it meanwhile: it may have been sent again.
 */
async function requeue(db: Db, message: ReservedMessage, error: SendError, at: Date | null): Promise<void> {
  await sql`
    update cc_external_messages
    set status = 'queued', status_rank = 0, error = ${JSON.stringify(error)}::jsonb, next_attempt_at = ${at},
        wait_code = 'retry', claimed_until = null
    where id = ${message.id} and status in ('sending', 'unknown') and settled_as is null
      and attempt_count = ${message.attemptCount}`.execute(db)
}
