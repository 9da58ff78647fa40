import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import type { RaisedMessage } from '../message-status.ts'
import { rankOf } from '../status.ts'
import type { SenderClock } from './clock.ts'

export const LOST_ANSWER = {
  code: 'answer_lost',
  message: 'The answer of the provider was lost, so the message may or may not have gone out.',
  action: 'Wait for its status, or ask the customer before you send it again.',
}

/**
 * A sender that died between asking and writing down the answer leaves its messages `sending`. When their lease
 * is over they become `unknown`: they may have gone out, so nothing sends them again.
 */
export async function giveUpLostAttempts(db: Db, clock: SenderClock): Promise<number> {
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages
    set status = 'unknown', status_rank = ${rankOf('unknown')}, error = ${JSON.stringify(LOST_ANSWER)}::jsonb,
        claimed_until = null, updated_at = ${clock.sql()}
    where id in (select id from cc_external_messages
                 where status = 'sending' and claimed_until < ${clock.sql()} order by id for update skip locked)
    returning id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId",
              conversation_id as "conversationId", status`.execute(db)
  if (rows.length === 0) return 0
  await sql`
    update cc_send_attempts set outcome = 'unknown', finished_at = ${clock.sql()}
    where message_id = any(${rows.map((row) => row.id)}::uuid[]) and outcome is null`.execute(db)
  await recordEvents(db, rows.map(statusEvent))
  return rows.length
}
