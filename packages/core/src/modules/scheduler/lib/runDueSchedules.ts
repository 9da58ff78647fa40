import type { EntityManager } from '@mikro-orm/postgresql'
import { nextRunAfter } from './interval.ts'

const BATCH = 50

interface DueRow {
  id: string
  schedule_value: string
  target_queue: string
  target_payload: Record<string, unknown> | string
  next_run_at: Date | string
}

const CLAIM_DUE = `
  select id, schedule_value, target_queue, target_payload, next_run_at
  from scheduled_jobs
  where is_enabled and next_run_at <= ?
  order by next_run_at
  limit ${BATCH}
  for update skip locked`

/**
 * Puts a job into the queue of everything that is due, in whichever process gets to it first. A crash between
 * the job and the commit makes the job twice rather than never.
 *
 * @returns how many were due
 */
export async function runDueSchedules(
  ctx: { em: EntityManager; now: Date },
  enqueue: (queue: string, payload: unknown) => Promise<unknown>,
): Promise<number> {
  return ctx.em.fork().transactional(async (em) => {
    const due = await em.execute<DueRow[]>(CLAIM_DUE, [ctx.now])
    for (const row of due) {
      const payload =
        typeof row.target_payload === 'string' ? JSON.parse(row.target_payload) : row.target_payload
      await enqueue(row.target_queue, payload)
      const next = nextRunAfter(row.schedule_value, new Date(row.next_run_at), ctx.now)
      await em.execute('update scheduled_jobs set next_run_at = ?, last_run_at = ? where id = ?', [
        next,
        ctx.now,
        row.id,
      ])
    }
    return due.length
  })
}
