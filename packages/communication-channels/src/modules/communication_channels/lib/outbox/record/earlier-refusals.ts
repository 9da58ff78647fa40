import { type Db, sql } from '../../db.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'

export interface EarlierRefusals {
  /** Because too much was sent in too short a time, and since when in milliseconds. */
  rates: number
  rateForMs: number
  others: number
}

/** How often a message was refused before the attempt that just ended, and for what. */
export async function earlierRefusals(
  db: Db,
  { id, attemptCount }: ReservedMessage,
  now: Date,
): Promise<EarlierRefusals> {
  const { rows } = await sql<EarlierRefusals>`
    select (count(*) filter (where blame is distinct from 'rate'))::int as others,
           (count(*) filter (where blame = 'rate'))::int as rates,
           coalesce(extract(epoch from ${now}::timestamptz - min(started_at) filter (where blame = 'rate')) * 1000, 0)::float8
             as "rateForMs"
    from cc_send_attempts where message_id = ${id} and number < ${attemptCount}`.execute(db)
  return rows[0]!
}
