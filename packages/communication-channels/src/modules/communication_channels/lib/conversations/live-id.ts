import { sql } from '../db.ts'
import type { Scope } from '../scope.ts'

/** In SQL: the conversation that goes on under this id, since the one that had it was merged; else itself. */
export function liveId({ tenantId, organizationId }: Scope, id: string) {
  return sql`coalesce(
    (select merged_into_id from cc_external_conversations
     where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}), ${id}::uuid)`
}
