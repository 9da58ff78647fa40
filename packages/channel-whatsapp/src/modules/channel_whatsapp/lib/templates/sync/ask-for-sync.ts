import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { WAITS_FOR_META } from './after-trouble.ts'
import { type SyncCause, type SyncRun, type SyncRunRow, syncRunColumns, viewRun } from './sync-run.ts'

/**
 * Has all templates of an account read anew; whoever asks while that is to be done gets the run that is there. One that
 * waits after trouble is due at once where somebody asks, but not because the clock does, nor where Meta asked for the wait.
 */
export async function askForSync(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  cause: SyncCause,
  now: Date,
): Promise<SyncRun> {
  await sql`
    insert into wa_template_syncs (id, tenant_id, organization_id, connection_id, cause, status, asked_at)
    values (${randomUUIDv7()}, ${tenantId}, ${organizationId}, ${connectionId}, ${cause}, 'waiting', ${now})
    on conflict (connection_id) where status in ('waiting', 'running')
    do update set lease_until = null
    where wa_template_syncs.status = 'waiting' and ${cause} <> 'clock'
      and wa_template_syncs.error is distinct from ${WAITS_FOR_META}`.execute(db)
  const { rows } = await sql<SyncRunRow>`
    select ${syncRunColumns} from wa_template_syncs r
    where r.tenant_id = ${tenantId} and r.organization_id = ${organizationId} and r.connection_id = ${connectionId}
    order by r.asked_at desc, r.id desc limit 1`.execute(db)
  return viewRun(rows[0]!)
}
