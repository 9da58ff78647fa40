import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Renewed with every page; so long after a death others take the run. Longer than one page with all its waits. */
export const LEASE_MS = 2 * 60_000

/** A run that this process does. */
export interface HeldRun {
  id: string
  connectionId: string
  scope: Scope
  /** From 1. Another number says that somebody else took it. */
  attempt: number
}

/**
 * The run that has waited longest, of one connection or across all tenants: then it is the clock that asks, for
 * everybody. Null where none is due.
 */
export async function claimRun(
  db: Db,
  now: Date,
  connectionId: string | null = null,
): Promise<HeldRun | null> {
  const until = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<{ id: string; connectionId: string; attempt: number } & Scope>`
    update wa_template_syncs
    set status = 'running', started_at = ${now}, lease_until = ${until}, attempts = attempts + 1, read_count = 0,
        expected_count = null, error = null
    where id = (
      select id from wa_template_syncs
      where ((status = 'waiting' and coalesce(lease_until, '-infinity') <= ${now})
             or (status = 'running' and lease_until <= ${now}))
        ${connectionId ? sql`and connection_id = ${connectionId}` : sql``}
      order by asked_at limit 1 for update skip locked
    )
    returning id, connection_id as "connectionId", attempts as attempt, tenant_id as "tenantId",
              organization_id as "organizationId"`.execute(db)
  const [row] = rows
  if (!row) return null
  const { tenantId, organizationId, ...run } = row
  return { ...run, scope: { tenantId, organizationId } }
}

interface Progress {
  read: number
  expected: number | null
  limit: number | null
}

export function writeProgress(db: Db, run: HeldRun, progress: Progress, now: Date): Promise<void> {
  const until = new Date(now.getTime() + LEASE_MS)
  return change(
    db,
    run,
    sql`read_count = ${progress.read}, expected_count = ${progress.expected},
        template_limit = coalesce(${progress.limit}::int, template_limit), lease_until = ${until}`,
  )
}

export function endRun(
  db: Db,
  run: HeldRun,
  { added, changed, removed }: { added: number; changed: number; removed: number },
  now: Date,
): Promise<void> {
  return change(
    db,
    run,
    sql`status = 'complete', ended_at = ${now}, lease_until = null, error = null, added = ${added},
        changed = ${changed}, removed = ${removed}`,
  )
}

/** After so long nobody asks how a sync went. */
const KEPT_MS = 90 * 24 * 60 * 60_000

/** Takes away the connection's runs that have ended long ago. */
export async function forgetOldRuns(db: Db, { connectionId, scope }: HeldRun, now: Date): Promise<void> {
  await sql`
    delete from wa_template_syncs
    where connection_id = ${connectionId} and tenant_id = ${scope.tenantId}
      and organization_id = ${scope.organizationId} and ended_at < ${new Date(now.getTime() - KEPT_MS)}`.execute(
    db,
  )
}

export function failRun(db: Db, run: HeldRun, error: string, now: Date): Promise<void> {
  return change(db, run, sql`status = 'failed', ended_at = ${now}, lease_until = null, error = ${error}`)
}

/** It is begun anew at `at`. */
export function putRunOff(db: Db, run: HeldRun, error: string, at: Date): Promise<void> {
  return change(db, run, sql`status = 'waiting', lease_until = ${at}, error = ${error}`)
}

/** Somebody else does the run: this process was taken for dead. */
export class RunLost extends Error {
  override readonly name = 'RunLost'
}

async function change(db: Db, run: HeldRun, set: ReturnType<typeof sql>): Promise<void> {
  const { tenantId, organizationId } = run.scope
  const { numAffectedRows } = await sql`
    update wa_template_syncs set ${set}
    where id = ${run.id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and status = 'running' and attempts = ${run.attempt}`.execute(db)
  if (!numAffectedRows) throw new RunLost()
}
