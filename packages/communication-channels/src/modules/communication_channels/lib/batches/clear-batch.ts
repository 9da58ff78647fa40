import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf, sql } from '../db.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import { cancelMessages } from '../outbox/cancel-messages.ts'
import type { DueBatch } from './claim-batch.ts'
import { unmakeMessages } from './unmake-messages.ts'

const AT_ONCE = 200

/**
 * Nothing of a batch leaves any more: of a cancelled one what is queued is cancelled; of a paused one it is taken back,
 * and made anew when it goes on. What the provider is being asked about goes its way; of a cancelled one it is cancelled
 * where the provider says "not now", so such a batch is looked at until nothing is on its way.
 *
 * @returns how many messages it was
 */
export async function clearBatch(
  em: EntityManager,
  { id, state, tenantId, organizationId }: Omit<DueBatch, 'isClearing'>,
  now: Date,
): Promise<number> {
  const scope = { tenantId, organizationId }
  const isPaused = state === 'paused'
  let cleared = 0
  for (let found = AT_ONCE; found === AT_ONCE; ) {
    cleared += await em.fork().transactional(async (tx) => {
      const db = dbOf(tx)
      const { rows } = await sql<{ id: string }>`
        select id from cc_external_messages
        where batch_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
          and status = 'queued' ${isPaused ? sql`and attempt_count = 0` : sql``}
        order by conversation_id limit ${AT_ONCE}`.execute(db)
      found = rows.length
      const ids = rows.map((row) => row.id)
      if (isPaused) return unmakeMessages(db, scope, id, ids)
      return (await cancelMessages(db, scope, ids, now)).length
    })
  }
  await sql`
    update cc_batches b
    set is_clearing = state = 'cancelled' and exists (
      select 1 from cc_external_messages m
      where m.batch_id = b.id and m.tenant_id = b.tenant_id and m.organization_id = b.organization_id
        and m.status in ('queued', 'sending'))
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = ${state} and is_clearing`.execute(dbOf(em.fork()))
  if (cleared > 0) nudge(OUTGOING_EVENTS_QUEUE)
  return cleared
}
