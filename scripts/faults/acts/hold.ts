import type { House, ProductProcess } from '../processes/house.ts'
import { comesTrue } from '../until.ts'

export interface Held {
  process: ProductProcess
  /** The server's process that waits for us on its behalf. */
  backend: number
  release(): Promise<void>
}

/** Of what a process may already hold when it is to be caught. */
export type Holding = 'deliveries it claimed' | 'anything'

const CATCH_WITHIN_MS = 12_000
const LOCK_WITHIN_MS = 5_000

/**
 * Locks a table against writing (or, where reading it is the step, against everything) and waits until one of these
 * processes stands still before it.
 *
 * @returns null when none came by; then nothing is locked any more
 */
export async function holdAt(
  house: House,
  processes: readonly ProductProcess[],
  step: { table: string; mode: 'share' | 'access exclusive'; holding: Holding },
): Promise<Held | null> {
  const client = await house.connect()
  const release = async () => {
    await client.query('rollback').catch(() => undefined)
    await client.end().catch(() => undefined)
  }
  try {
    await client.query(`begin; set local lock_timeout = ${LOCK_WITHIN_MS}`)
    await client.query(`lock table ${step.table} in ${step.mode} mode`)
    let caught: { process: ProductProcess; backend: number } | undefined
    await comesTrue(
      async () => {
        ;[caught] = await waitersFor(house, processes, step)
        return caught !== undefined
      },
      { withinMs: CATCH_WITHIN_MS, everyMs: 15 },
    )
    if (caught) return { ...caught, release }
  } catch {
    // The database was busy, or is down: not this time.
  }
  await release()
  return null
}

function waitersFor(
  house: House,
  processes: readonly ProductProcess[],
  { table, holding }: { table: string; holding: Holding },
) {
  return house.query<{ process: ProductProcess; backend: number }>(
    `select a.application_name as process, a.pid as backend
     from pg_locks waiting join pg_stat_activity a using (pid)
     where not waiting.granted and waiting.relation = $1::regclass and a.application_name = any($2)
       and (not $3 or exists (
         select 1 from pg_locks held join pg_class c on c.oid = held.relation
         where held.pid = waiting.pid and held.granted and held.mode = 'RowShareLock'
           and c.relname like 'cc_webhook_deliveries%'))`,
    [table, processes, holding === 'deliveries it claimed'],
  )
}

/** Whether the statement that was held has been executed, although its process, being frozen, does not know. */
export async function isDone(house: House, backend: number): Promise<boolean> {
  const [found] = await house.query<{ state: string }>('select state from pg_stat_activity where pid = $1', [
    backend,
  ])
  return found !== undefined && found.state !== 'active'
}
