import { type Db, sql } from '../../db.ts'
import { nextId } from '../../ordered-id.ts'
import type { RecordedConsent } from '../ledger/record-consents.ts'
import type { Heard } from '../words/heard.ts'

/**
 * Whoever wrote a word is told what it did, once a message: written down in the transaction in which it was heard. Who chose
 * it in the settings of the provider is told there.
 */
export async function answerLater(db: Db, heard: Heard<RecordedConsent>[]): Promise<void> {
  const spoken = heard.filter(
    ({ consent }) => consent.source === 'message' && consent.purpose === 'marketing',
  )
  if (spoken.length === 0) return
  await sql`
    insert into cc_consent_tasks (id, tenant_id, organization_id, event_id, conversation_id, kind, due_at)
    select t.*, 'reply', now() from unnest(
      ${spoken.map(() => nextId())}::uuid[], ${spoken.map(({ scope }) => scope.tenantId)}::uuid[],
      ${spoken.map(({ scope }) => scope.organizationId)}::uuid[],
      ${spoken.map(({ consent }) => consent.eventId)}::uuid[],
      ${spoken.map(({ conversationId }) => conversationId)}::uuid[]) as t (id, tenant_id, organization_id, event_id, conversation_id)
    on conflict (event_id, kind) do nothing`.execute(db)
}
