import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import type { ReplayEffects } from './replay-views.ts'

export type Made = Pick<ReplayEffects, 'raised' | 'contacts' | 'conversations'>

/**
 * Marks what this transaction tells others of, so that nobody answers by itself to what is not news; and counts by it
 * what the transaction has made beside messages and reports.
 */
export async function announceAsReplay(db: Db, { tenantId, organizationId }: Scope): Promise<Made> {
  const { rows } = await sql<Made>`
    with told as (
      update cc_outgoing_events set payload = payload || '{"isReplay": true}'
      where xmin = pg_current_xact_id()::xid and tenant_id = ${tenantId} and organization_id = ${organizationId}
      returning event, payload
    ), made as (
      select distinct v.id, v.contact_id from told
      join cc_external_conversations v on v.id = (told.payload ->> 'conversationId')::uuid
      where told.event = 'communication_channels.conversation.created'
    )
    select
      (select count(distinct payload ->> 'messageId')::int from told
       where event = 'communication_channels.message.status_changed') as raised,
      (select count(*)::int from made) as conversations,
      (select count(distinct c.id)::int from made join cc_external_contacts c on c.id = made.contact_id
       where c.created_at = now()) as contacts`.execute(db)
  return rows[0]!
}
