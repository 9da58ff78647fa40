import { type Db, sql } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { recordEvents } from '../../../events/record-events.ts'
import { plainArray } from '../../../plain-array.ts'
import type { RowProblem, SoundRow } from '../check/check-row.ts'
import type { Cells } from '../check/columns.ts'
import { CONSENT_ENTITY } from '../import-view.ts'
import { type ClaimedImport, LEASE_SECONDS } from './claim-import.ts'

export interface CheckedRow {
  line: number
  /** Of a faulty one what stands in the file. */
  content: SoundRow | Cells
  problems: RowProblem[] | null
}

/** @returns false where nobody wants it checked any more */
export async function storeChecked(
  db: Db,
  encryption: TenantEncryptionService,
  claimed: ClaimedImport,
  rows: CheckedRow[],
): Promise<boolean> {
  const { id, tenantId, organizationId } = claimed
  const seal = async ({ content }: CheckedRow) =>
    String(
      (
        await encryption.encryptEntityPayload(
          CONSENT_ENTITY,
          { cells: JSON.stringify(content) },
          tenantId,
          organizationId,
        )
      ).cells,
    )
  const cells = await Promise.all(rows.map(seal))
  const { rows: wanted } = await sql`
    update cc_consent_imports
    set claimed_until = now() + make_interval(secs => ${LEASE_SECONDS}), updated_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} and state = 'checking'
    returning id`.execute(db)
  if (wanted.length === 0) return false
  const { rows: stored } = await sql<{ isFaulty: boolean }>`
    insert into cc_consent_import_rows (import_id, tenant_id, organization_id, line, state, cells, problems)
    select ${id}, ${tenantId}, ${organizationId}, line, case when problems is null then 'sound' else 'faulty' end,
           cells, problems::jsonb
    from unnest(
      ${plainArray(rows.map(({ line }) => line))}::integer[], ${cells}::text[],
      ${rows.map(({ problems }) => problems && JSON.stringify(problems))}::text[]) as v (line, cells, problems)
    on conflict (import_id, line) do nothing
    returning state = 'faulty' as "isFaulty"`.execute(db)
  const faulty = stored.filter(({ isFaulty }) => isFaulty).length
  await sql`
    update cc_consent_imports
    set total = total + ${stored.length}, faulty = faulty + ${faulty}, sound = sound + ${stored.length - faulty},
        attempts = case when ${stored.length} > 0 then 0 else attempts end
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (stored.length > 0) await tellProgress(db, claimed)
  return true
}

/** It can be recorded now. The file is not needed any more. */
export async function endCheck(db: Db, claimed: ClaimedImport): Promise<void> {
  const { id, tenantId, organizationId } = claimed
  await sql`
    update cc_consent_imports set state = 'checked', file = null, claimed_until = null, attempts = 0, updated_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'checking'`.execute(db)
  await tellProgress(db, claimed)
}

/** Whoever watches the import hears that it went on. */
export async function tellProgress(
  db: Db,
  { id: importId, tenantId, organizationId }: Pick<ClaimedImport, 'id' | 'tenantId' | 'organizationId'>,
): Promise<void> {
  const event = 'communication_channels.consent_import.progressed' as const
  await recordEvents(db, [{ event, tenantId, organizationId, payload: { importId } }])
}
