import { randomUUIDv7 } from 'node:crypto'
import { sql } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { changedThreads } from '../identity/changed-threads.ts'
import { findContact } from '../identity/contact-nodes.ts'
import { selectConversations } from '../identity/contact-rows.ts'
import type { DecisionContext } from '../identity/decisions.ts'
import { blocksOn } from './blocks.ts'
import { CONSENT_ENTITY } from './ledger/words.ts'

/**
 * From now on nobody writes to them. Blocking somebody who is blocked changes nothing, but that what they became known
 * by since is blocked too.
 *
 * @returns the contact that goes on under this id
 * @throws ChannelError 404; 422 `nothing_to_block`
 */
export async function blockContact(
  ctx: DecisionContext,
  { contactId, reason }: { contactId: string; reason: string | null },
): Promise<string> {
  const { db, scope, actor, now } = ctx
  const { id } = await findContact(db, scope, contactId)
  const identityIds = await identitiesOf(ctx, id)
  const { reason: sealed } = await ctx.encryption.encryptEntityPayload(
    CONSENT_ENTITY,
    { reason },
    scope.tenantId,
    scope.organizationId,
  )
  await sql`
    insert into cc_contact_blocks
      (id, tenant_id, organization_id, identity_id, reason, blocked_at, blocked_by, blocked_by_name)
    select v.id, i.tenant_id, i.organization_id, i.id, ${sealed}::text,
           greatest(${now}::timestamptz, i.held_since), ${actor.id}::uuid, ${actor.name}::text
    from unnest(${identityIds.map(() => randomUUIDv7())}::uuid[], ${identityIds}::uuid[]) as v (id, identity_id)
    join cc_contact_identities i on i.id = v.identity_id
    where not exists (select 1 from ${blocksOn(scope, id)} b where b.identity_id = i.id)`.execute(db)
  await tellScreens(ctx, id)
  return id
}

/** @returns as `blockContact`. @throws ChannelError 404 */
export async function unblockContact(ctx: DecisionContext, contactId: string): Promise<string> {
  const { db, scope, actor, now } = ctx
  const { id } = await findContact(db, scope, contactId)
  await sql`
    update cc_contact_blocks b
    set lifted_at = ${now}, lifted_by = ${actor.id}, lifted_by_name = ${actor.name}
    from ${blocksOn(scope, id)} own where b.id = own.id`.execute(db)
  await tellScreens(ctx, id)
  return id
}

async function identitiesOf({ db }: DecisionContext, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cc_contact_identities where contact_id = ${contactId} order by id`.execute(db)
  if (rows.length > 0) return rows.map(({ id }) => id)
  throw new ChannelError(
    422,
    'nothing_to_block',
    'Nothing is known any more by which this person could be written to.',
    'Nothing is to be done: no message reaches them.',
  )
}

async function tellScreens({ db, scope }: DecisionContext, contactId: string): Promise<void> {
  const conversations = await selectConversations(db, scope, contactId)
  await recordEvents(
    db,
    await changedThreads(
      db,
      scope,
      conversations.map(({ id }) => id),
    ),
  )
}
