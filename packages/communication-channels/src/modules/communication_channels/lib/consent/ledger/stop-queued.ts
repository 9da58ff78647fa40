import { type Db, sql } from '../../db.ts'
import { nextId } from '../../ordered-id.ts'
import type { Scope } from '../../scope.ts'
import type { RecordedConsent } from './new-consent.ts'

/** What waits to be sent to somebody who wants no more of it is to be called back: written down with their word. */
export async function stopQueued(
  db: Db,
  { tenantId, organizationId }: Scope,
  recorded: RecordedConsent[],
): Promise<void> {
  const eventIds = recorded.filter(({ kind }) => kind === 'opted_out').map(({ eventId }) => eventId)
  if (eventIds.length === 0) return
  await sql`
    insert into cc_consent_tasks (tenant_id, organization_id, id, event_id, kind, due_at)
    select ${tenantId}::uuid, ${organizationId}::uuid, t.id, t.event_id, 'stop_queued', now()
    from unnest(${eventIds.map(() => nextId())}::uuid[], ${eventIds}::uuid[]) as t (id, event_id)`.execute(db)
}
