import { type Db, sql } from '../db.ts'
import { notFound } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { liveId } from './live-id.ts'

export interface HeldConversation {
  conversationId: string
  /** Of the contact's identities the one that is written to: what is sent goes with it, should it move. */
  identityId: string | null
}

/**
 * Locks a conversation until the transaction ends, so that it does not move while something is added to it. One that was
 * merged meanwhile is the one it was merged into.
 *
 * @throws 404 where the organisation has none
 */
export async function holdConversation(db: Db, scope: Scope, askedId: string): Promise<HeldConversation> {
  for (let id = askedId; ; ) {
    const { rows } = await sql<{ mergedIntoId: string | null }>`
      select merged_into_id as "mergedIntoId" from cc_external_conversations
      where id = ${id} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      for update`.execute(db)
    const row = rows[0]
    if (!row) throw notFound('conversation')
    if (row.mergedIntoId === null) return { conversationId: id, identityId: await addressedIdentity(db, id) }
    id = row.mergedIntoId
  }
}

/** What goes on under an id that somebody still has; the id itself where nothing was merged. */
export async function liveConversationId(db: Db, scope: Scope, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select ${liveId(scope, id)} as id`.execute(db)
  return rows[0]!.id
}

/** A user id of the channel's, else the phone; of several the newest. */
async function addressedIdentity(db: Db, conversationId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select i.id from cc_external_conversations v
    join cc_communication_channels ch on ch.id = v.channel_id
    join cc_contact_identities i on i.contact_id = v.contact_id
    where v.id = ${conversationId} and (i.kind = 'phone'
      or i.namespace = coalesce('portfolio:' || ch.portfolio_identifier, ch.account_identifier, ch.id::text))
    order by i.kind = 'user_id' desc, i.retired_at is null desc, i.first_seen_at desc, i.value_hash desc
    limit 1`.execute(db)
  return rows[0]?.id ?? null
}
