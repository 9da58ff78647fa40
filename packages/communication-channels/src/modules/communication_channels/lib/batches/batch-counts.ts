import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { MessageStatus } from '../status.ts'
import { RECIPIENT_STATES, type RecipientState, STATE_OF_STATUS } from './recipient-state.ts'

export const batchCounts = z.record(z.enum(RECIPIENT_STATES), z.number().int())
export type BatchCounts = Record<RecipientState, number>

const NONE = Object.fromEntries(RECIPIENT_STATES.map((state) => [state, 0])) as BatchCounts

/** How far the recipients of batches are, by batch. Both halves are read from an index alone. */
export async function countRecipients(
  db: Db,
  { tenantId, organizationId }: Scope,
  batchIds: string[],
): Promise<(batchId: string) => BatchCounts> {
  const { rows } = await sql<{ batchId: string; state: string; count: number }>`
    with own as (
      select id from cc_batches
      where id = any(${batchIds}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
    )
    select batch_id as "batchId", state, count(*)::int as count from cc_batch_recipients
    where batch_id in (select id from own) and state <> 'made' group by batch_id, state
    union all
    select batch_id, 'message:' || status, count(*)::int from cc_external_messages
    where batch_id in (select id from own) group by batch_id, status`.execute(db)
  const all = new Map<string, BatchCounts>()
  for (const { batchId, state, count } of rows) {
    const counts = all.get(batchId) ?? { ...NONE }
    counts[stateOf(state)] += count
    all.set(batchId, counts)
  }
  return (batchId) => all.get(batchId) ?? { ...NONE }
}

function stateOf(told: string): RecipientState {
  const [, status] = told.split('message:')
  return status === undefined ? (told as RecipientState) : STATE_OF_STATUS[status as MessageStatus]
}
