import { z } from 'zod'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { CONSENT_ENTITY } from './ledger/words.ts'
import { HOLDINGS } from './whose.ts'

/** That nobody may write to somebody, whatever they agreed to. */
export const blockView = z.object({
  at: z.iso.datetime(),
  by: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
})
export type BlockView = z.infer<typeof blockView>

/**
 * The blocks that are in force on a contact: rows of `cc_contact_blocks`. A block is about whoever had an identity at that
 * time, so it follows people as their messages do; whoever gets the number later is not meant.
 *
 * @param contactId or the column that holds it
 */
export function blocksOn({ tenantId, organizationId }: Scope, contactId: string | ReturnType<typeof sql>) {
  return sql`(
    select b.* from ${HOLDINGS} own
    join cc_contact_blocks b on b.identity_id = own.identity_id and b.lifted_at is null
      and b.blocked_at >= own.from_at and b.blocked_at < own.until_at
      and b.tenant_id = ${tenantId} and b.organization_id = ${organizationId}
    where own.contact_id = ${contactId})`
}

/** Which of these contacts are blocked. */
export async function blockedOf(db: Db, scope: Scope, contactIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from unnest(${contactIds}::uuid[]) as c (id)
    where exists (select 1 from ${blocksOn(scope, sql`c.id`)} b)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

interface Row {
  at: Timestamp
  userId: string | null
  name: string | null
  reason: string | null
}

/** Null where they are not blocked. */
export async function showBlock(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  contactId: string,
): Promise<BlockView | null> {
  const { rows } = await sql<Row>`
    select blocked_at as at, blocked_by as "userId", blocked_by_name as name, reason
    from ${blocksOn(scope, contactId)} b order by blocked_at, id limit 1`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { tenantId, organizationId } = scope
  const sealed = { reason: row.reason }
  const { reason } = await encryption.decryptEntityPayload(CONSENT_ENTITY, sealed, tenantId, organizationId)
  return {
    at: toDate(row.at).toISOString(),
    by: row.userId === null ? null : { userId: row.userId, name: row.name },
    reason: reason as string | null,
  }
}
