import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'

/**
 * What waits for the organisation's limit is due, because that was raised; what is still over it is put off anew. By the
 * database's clock, which is the sender's.
 */
export async function releaseLimited(db: Db, { tenantId, organizationId }: Scope): Promise<void> {
  await sql`
    update cc_external_messages set next_attempt_at = now(), wait_code = null
    where id in (
      select id from cc_external_messages
      where tenant_id = ${tenantId} and organization_id = ${organizationId} and status = 'queued'
        and wait_code = 'organization_limit'
      order by id for update skip locked)`.execute(db)
}
