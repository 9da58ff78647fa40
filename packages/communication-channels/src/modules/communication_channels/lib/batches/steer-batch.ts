import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf, sql } from '../db.ts'
import { ChannelError, notFound } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { BATCHES_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import type { Scope } from '../scope.ts'
import type { BatchProblem, BatchView } from './batch-view.ts'
import { clearBatch } from './clear-batch.ts'

export type Steering = 'pause' | 'resume' | 'cancel'

const NEXT = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const

/**
 * Pauses a batch, lets it go on, or ends it. What is being made at this moment is waited for; then nothing more is, and
 * what is queued is taken back. Asked for twice, nothing happens the second time.
 *
 * @returns whether anything changed
 * @throws ChannelError 404; 409 `batch_over`
 */
export async function steerBatch(
  em: EntityManager,
  scope: Scope,
  id: string,
  steering: Steering,
  now: Date,
): Promise<boolean> {
  const to = NEXT[steering]
  const from = await em.fork().transactional((tx) => changeState(dbOf(tx), scope, id, to, null, now))
  if (to !== 'running') await clearBatch(em, { id, ...scope, state: to }, now)
  nudge(BATCHES_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return from !== to
}

/** Pauses it because nothing would leave, and says why. */
export async function stopBatch(
  em: EntityManager,
  { id, tenantId, organizationId }: Scope & { id: string },
  problem: BatchProblem,
  now: Date,
): Promise<void> {
  const scope = { tenantId, organizationId }
  await em.fork().transactional((tx) => changeState(dbOf(tx), scope, id, 'paused', problem, now))
  await clearBatch(em, { id, ...scope, state: 'paused' }, now)
}

async function changeState(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
  to: BatchView['state'],
  problem: BatchProblem | null,
  now: Date,
): Promise<BatchView['state']> {
  const { rows } = await sql<{ state: BatchView['state'] }>`
    select state from cc_batches
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} for update`.execute(
    db,
  )
  const from = rows[0]?.state
  if (!from) throw notFound('batch')
  if (from === to) return from
  if (from === 'cancelled' || from === 'finished') throw over(from)
  await sql`
    update cc_batches
    set state = ${to}, problem = ${problem && JSON.stringify(problem)}::jsonb, is_clearing = ${to !== 'running'},
        finished_at = ${to === 'cancelled' ? now : null}, updated_at = ${now}
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (to === 'cancelled') {
    await sql`
      update cc_batch_recipients set state = 'cancelled'
      where batch_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and state = 'waiting'`.execute(db)
  }
  const event = `communication_channels.batch.${to === 'cancelled' ? 'finished' : 'progressed'}` as const
  await recordEvents(db, [{ event, tenantId, organizationId, payload: { batchId: id } }])
  return from
}

function over(state: 'cancelled' | 'finished'): ChannelError {
  const sentence = state === 'finished' ? 'This batch is finished.' : 'This batch was cancelled.'
  return new ChannelError(409, 'batch_over', sentence, 'Send a new one to those who are left.')
}
