import { recordRefusals } from '../consent/words/hear-refusals.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import { type MessageName, raiseStatuses } from '../message-status.ts'

/**
 * A report that was applied while the sender was writing down the external id of its message saw no message, and the sender
 * saw no report. Both are there now. Providers that give our id back have no such reports.
 */
export async function tieReports(db: Db, encryption: TenantEncryptionService): Promise<number> {
  const { rows } = await sql<MessageName>`
    select distinct e.channel_id as "channelId", e.external_message_id as "externalMessageId"
    from cc_message_status_events e
    join cc_external_messages m
      on m.channel_id = e.channel_id and m.external_message_id = e.external_message_id
      and m.direction = 'outbound'
    where e.message_id is null and e.created_at > now() - interval '10 minutes'
    order by 1, 2 limit 500`.execute(db)
  if (rows.length === 0) return 0
  const raised = await raiseStatuses(db, rows)
  await recordEvents(db, raised.map(statusEvent))
  await recordRefusals(db, encryption, raised)
  return rows.length
}
