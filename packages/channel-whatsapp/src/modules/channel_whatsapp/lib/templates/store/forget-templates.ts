import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { forgetRereads } from '../sync/hold-reread.ts'

/** All that an account says of its templates. */
const TABLES = [
  ...['wa_templates', 'wa_template_versions', 'wa_template_quality', 'wa_deleted_templates'],
  'wa_template_syncs',
]

/**
 * Forgets what was read of a connection's account, for one that has another account now: names that are blocked there are
 * free here. What people of ours wrote stays. The caller holds the connection (`lock-connection.ts`).
 */
export async function forgetTemplates(db: Db, scope: Scope, connectionId: string): Promise<void> {
  await forgetRereads(db, scope, connectionId)
  for (const table of TABLES) {
    await sql`
      delete from ${sql.table(table)}
      where connection_id = ${connectionId} and tenant_id = ${scope.tenantId}
        and organization_id = ${scope.organizationId}`.execute(db)
  }
}
