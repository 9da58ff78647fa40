import { type Db, sql } from '../../../db.ts'
import type { Scope } from '../../../scope.ts'
import { tellProgress } from './store-checked.ts'

/** Long enough to put a list right; what is recorded of it is in the ledger, and follows the rules of that. */
const KEPT_FOR_DAYS = 30

const AT_ONCE = 20

/**
 * Empties imports on which nobody has gone on for so long: what stands in rows that were not recorded is of people who may
 * never have agreed to anything. Which lines they were, and what was wrong with each, stays. One that was checked and never
 * started is over by that. Within a transaction.
 *
 * @returns how many it were; call again until it is 0
 */
export async function emptyImports(db: Db): Promise<number> {
  const { rows } = await sql<Scope & { id: string }>`
    with due as (
      select id from cc_consent_imports
      where emptied_at is null and state not in ('checking', 'running')
        and updated_at < now() - make_interval(days => ${KEPT_FOR_DAYS})
      order by updated_at limit ${AT_ONCE} for update skip locked
    )
    update cc_consent_imports i
    set emptied_at = now(), updated_at = now(), finished_at = coalesce(i.finished_at, now()),
        state = case i.state when 'checked' then 'cancelled' else i.state end
    from due where i.id = due.id
    returning i.id, i.tenant_id as "tenantId", i.organization_id as "organizationId"`.execute(db)
  for (const { id, tenantId, organizationId } of rows) {
    await sql`
      delete from cc_consent_import_rows
      where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and state = 'sound'`.execute(db)
    await sql`
      update cc_consent_import_rows set cells = ''
      where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and state in ('faulty', 'overruled')`.execute(db)
    await tellProgress(db, { id, tenantId, organizationId })
  }
  return rows.length
}
