import { type Db, sql, type Timestamp, toDate } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import type { Scope } from '../../../scope.ts'
import { CONSENT_ENTITY } from '../../ledger/words.ts'
import type { ImportTerms } from '../import-view.ts'

/** By the database's clock, and longer than a chunk of rows takes. Who dies with an import leaves it to the next one then. */
export const LEASE_SECONDS = 30

/** Imports on which there is something to do, of all tenants; who waits longest first. */
export async function listDueImports(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cc_consent_imports
    where state in ('checking', 'running') and (claimed_until is null or claimed_until < now())
    order by updated_at, id limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

export interface ClaimedImport extends Scope {
  id: string
  state: 'checking' | 'running'
  providerKey: string
  channelType: string
  fileName: string
  terms: ImportTerms
  authorUserId: string | null
  /** When the file came: what it says happened before. */
  createdAt: Date
  /** How often it was taken on since it last went on. */
  attempts: number
}

interface Row extends Omit<ClaimedImport, 'terms' | 'createdAt'> {
  evidence: string
  createdAt: Timestamp
}

/** Null where somebody else has it, or where nothing is to be done about it any more. */
export async function claimImport(
  db: Db,
  encryption: TenantEncryptionService,
  id: string,
): Promise<ClaimedImport | null> {
  const { rows } = await sql<Row>`
    update cc_consent_imports
    set claimed_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
    where id = ${id} and state in ('checking', 'running') and (claimed_until is null or claimed_until < now())
    returning id, tenant_id as "tenantId", organization_id as "organizationId", state, provider_key as "providerKey",
              channel_type as "channelType", file_name as "fileName", evidence, author_user_id as "authorUserId",
              created_at as "createdAt", attempts`.execute(db)
  const [row] = rows
  if (!row) return null
  const { fileName, evidence, createdAt, ...claimed } = row
  const { tenantId, organizationId } = claimed
  const opened = await encryption.decryptEntityPayload(
    CONSENT_ENTITY,
    { file_name: fileName, evidence },
    tenantId,
    organizationId,
  )
  return {
    ...claimed,
    fileName: String(opened.file_name),
    terms: JSON.parse(String(opened.evidence)) as ImportTerms,
    createdAt: toDate(createdAt),
  }
}

export async function releaseImport(db: Db, { id, tenantId, organizationId }: ClaimedImport): Promise<void> {
  await sql`
    update cc_consent_imports set claimed_until = null
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
}
