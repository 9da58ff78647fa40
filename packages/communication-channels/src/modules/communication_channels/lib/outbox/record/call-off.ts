import { type Db, sql } from '../../db.ts'
import { recordEvents } from '../../events/record-events.ts'
import { rankOf } from '../../status.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import { hubEvent } from './climb.ts'

/** Whether a message is of a batch that was cancelled. Who cancels it waits until the transaction ends. */
export async function isCalledOff(db: Db, { id }: ReservedMessage): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    select b.state from cc_batches b
    where b.id = (select batch_id from cc_external_messages where id = ${id}) for share of b`.execute(db)
  return rows[0]?.state === 'cancelled'
}

/** It surely did not go out, and would have left again: as if it had been called back in time. */
export async function callOff(db: Db, message: ReservedMessage, now: Date): Promise<void> {
  const { numAffectedRows } = await sql`
    update cc_external_messages
    set status = 'cancelled', status_rank = ${rankOf('cancelled')}, error = null, next_attempt_at = null,
        wait_code = null, claimed_until = null, updated_at = ${now}
    where id = ${message.id} and status in ('sending', 'unknown') and settled_as is null
      and attempt_count = ${message.attemptCount}`.execute(db)
  if (!numAffectedRows) return
  await recordEvents(db, [hubEvent('communication_channels.message.status_changed', message, 'cancelled')])
}
