import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'
import type { Decision } from '../policy/decision.ts'
import type { SenderClock } from './clock.ts'
import type { ReservedMessage } from './reserve/reservation-statements.ts'

/**
 * How long a sender may take before its message counts as lost on the way. Longer than the provider is waited for, or a
 * slow answer would be taken for a dead process.
 */
const LEASE_SECONDS = 40

/**
 * Writes down that these are about to leave, with their attempts and with what the policy said, before anything leaves:
 * in one statement, which is there as a whole or not at all.
 *
 * @returns the ids of those that do; not those that were called back meanwhile, or whose claim lapsed
 */
export async function beginMessages(
  db: Db,
  messages: { message: ReservedMessage; decision: Decision | null }[],
  claimId: string,
  clock: SenderClock,
): Promise<Set<string>> {
  const ids = messages.map(({ message }) => message.id)
  const decisions = messages.map(({ decision }) => decision && JSON.stringify(decision))
  const { rows } = await sql<{ id: string }>`
    with begun as (
      update cc_external_messages m
      set status = 'sending', status_rank = 1, attempt_count = m.attempt_count + 1, claim_id = null,
          claimed_until = t.at + make_interval(secs => ${LEASE_SECONDS}), updated_at = t.at
      from (
        select id from cc_external_messages
        where id = any(${ids}::uuid[]) and status = 'queued' and claim_id = ${claimId}
        order by id for update) ours, (select ${clock.sql()} as at) t
      where m.id = ours.id
      returning m.id, m.tenant_id, m.organization_id, m.channel_id, m.attempt_count, m.updated_at)
    insert into cc_send_attempts (id, tenant_id, organization_id, message_id, channel_id, number, started_at, decision)
    select v.attempt_id, b.tenant_id, b.organization_id, b.id, b.channel_id, b.attempt_count, b.updated_at,
           v.decision::jsonb
    from begun b
    join unnest(${ids}::uuid[], ${ids.map(() => randomUUIDv7())}::uuid[], ${decisions}::text[])
      as v (id, attempt_id, decision) on v.id = b.id
    returning message_id as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
