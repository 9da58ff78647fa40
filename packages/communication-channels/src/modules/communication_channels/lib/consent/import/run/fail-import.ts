import { type Db, sql } from '../../../db.ts'
import type { ImportProblem } from '../import-view.ts'
import type { ClaimedImport } from './claim-import.ts'
import { tellProgress } from './store-checked.ts'

/** What goes wrong for no reason that a person could be told is tried so often, half a minute apart. */
export const MOST_ATTEMPTS = 10

export const NOT_WORKED: ImportProblem = {
  code: 'import_not_worked',
  message: 'The import could not be worked on.',
  action: 'Choose the file again; what is recorded already changes nothing then.',
  line: null,
}

/** Nothing more of it is recorded, and nothing is kept of what was not but why. */
export async function failImport(db: Db, claimed: ClaimedImport, problem: ImportProblem): Promise<void> {
  const { id, tenantId, organizationId, state } = claimed
  const { rows } = await sql`
    update cc_consent_imports
    set state = 'failed', problem = ${JSON.stringify(problem)}::jsonb, file = null, claimed_until = null,
        updated_at = now(), finished_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} and state = ${state}
    returning id`.execute(db)
  if (rows.length === 0) return
  if (state === 'checking') {
    await sql`
      update cc_consent_imports set total = 0, sound = 0, faulty = 0, overruled = 0
      where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  }
  await sql`
    delete from cc_consent_import_rows
    where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and (state = 'sound' or ${state === 'checking'})`.execute(db)
  await tellProgress(db, claimed)
}
