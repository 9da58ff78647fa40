import { summarizeConversations } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import type { SenderClock } from './clock.ts'

/**
 * A scheduled message stands at its time in its thread, and is no news of its conversation before. When its time has
 * come, the conversation hears of it here, because nothing else happens at that moment.
 */
export async function placeScheduled(db: Db, clock: SenderClock): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.id from cc_external_messages m
    join cc_external_conversations c on c.id = m.conversation_id
    where m.scheduled_at > (select ${clock.sql()} - interval '1 day') and m.scheduled_at <= (select ${clock.sql()})
      and m.status <> 'cancelled' and m.target_external_id is null and c.last_message_at < m.sent_at`.execute(
    db,
  )
  await summarizeConversations(
    db,
    rows.map(({ id }) => id),
  )
}
