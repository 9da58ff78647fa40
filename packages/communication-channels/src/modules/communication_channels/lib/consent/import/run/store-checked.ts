import { type Db, sql } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { recordEvents } from '../../../events/record-events.ts'
import { plainArray } from '../../../plain-array.ts'
import { CONSENT_ENTITY } from '../../ledger/words.ts'
import { OPTED_OUT_LATER, type RowProblem, type SoundRow } from '../check/check-row.ts'
import type { Cells } from '../check/columns.ts'
import { type ClaimedImport, LEASE_SECONDS } from './claim-import.ts'
import { optedOutLater } from './opted-out-later.ts'

export type CheckedRow =
  | { line: number; content: SoundRow; problems: null }
  /** What stands in the file. */
  | { line: number; content: Cells; problems: RowProblem[] }

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
  const sound = rows.flatMap(({ line, content, problems }) => (problems ? [] : [{ line, row: content }]))
  const optedOut = await optedOutLater(db, claimed, sound)
  const told = rows.map(({ line, problems }) => problems ?? (optedOut.has(line) ? [OPTED_OUT_LATER] : null))
  const { rows: stored } = await sql<{ state: 'sound' | 'faulty'; isTold: boolean }>`
    insert into cc_consent_import_rows (import_id, tenant_id, organization_id, line, state, cells, problems)
    select ${id}, ${tenantId}, ${organizationId}, line, state, cells, problems::jsonb
    from unnest(
      ${plainArray(rows.map(({ line }) => line))}::integer[],
      ${rows.map(({ problems }) => (problems ? 'faulty' : 'sound'))}::text[], ${cells}::text[],
      ${told.map((problems) => problems && JSON.stringify(problems))}::text[]) as v (line, state, cells, problems)
    on conflict (import_id, line) do nothing
    returning state, problems is not null as "isTold"`.execute(db)
  const faulty = stored.filter(({ state }) => state === 'faulty').length
  const overruled = stored.filter(({ state, isTold }) => state === 'sound' && isTold).length
  await sql`
    update cc_consent_imports
    set total = total + ${stored.length}, faulty = faulty + ${faulty}, sound = sound + ${stored.length - faulty},
        overruled = overruled + ${overruled},
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
