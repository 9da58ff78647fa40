import { z } from 'zod'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'

/** That nobody may write to somebody, whatever they agreed to. */
export const blockView = z.object({
  at: z.iso.datetime(),
  by: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
})
export type BlockView = z.infer<typeof blockView>

/** As which field a reason is encrypted (`encryption.ts`). */
export const REASON_ENTITY = 'communication_channels:consent'

/**
 * The blocks that are in force on a contact: rows of `cc_contact_blocks`. A block is about an identity from a time on, so it
 * follows people as their messages do; whoever gets the number later is not meant.
 */
export function blocksOn({ tenantId, organizationId }: Scope, contactId: string) {
  return sql`(
    select b.*
    from (
      select i.id as identity_id, i.held_since as from_at, 'infinity'::timestamptz as until_at
      from cc_contact_identities i where i.contact_id = ${contactId}
      union all
      select t.phone_id, t.from_at, t.until_at
      from cc_phone_tenures t where t.contact_id = ${contactId}) own
    join cc_contact_blocks b on b.identity_id = own.identity_id and b.lifted_at is null
      and b.blocked_at >= own.from_at and b.blocked_at < own.until_at
      and b.tenant_id = ${tenantId} and b.organization_id = ${organizationId})`
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
  const { reason } = await encryption.decryptEntityPayload(REASON_ENTITY, sealed, tenantId, organizationId)
  return {
    at: toDate(row.at).toISOString(),
    by: row.userId === null ? null : { userId: row.userId, name: row.name },
    reason: reason as string | null,
  }
}
