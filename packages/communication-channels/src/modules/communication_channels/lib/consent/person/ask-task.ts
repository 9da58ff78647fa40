import { type Db, sql } from '../../db.ts'
import { nextId } from '../../ordered-id.ts'
import type { Scope } from '../../scope.ts'

/**
 * That somebody is to be asked whether they really want it, is written down with what they agreed to. Asked once more
 * after the question has run out, it is another task: whoever sends it tells questions apart by it.
 */
export async function askFor(db: Db, { tenantId, organizationId }: Scope, eventId: string): Promise<void> {
  await sql`
    insert into cc_consent_tasks as t (id, tenant_id, organization_id, event_id, kind, due_at)
    values (${nextId()}, ${tenantId}, ${organizationId}, ${eventId}, 'ask', now())
    on conflict (event_id, kind) do update
      set id = excluded.id, due_at = excluded.due_at, claimed_until = null, attempts = 0, done_at = null,
          outcome = null
      where t.done_at is not null`.execute(db)
}
