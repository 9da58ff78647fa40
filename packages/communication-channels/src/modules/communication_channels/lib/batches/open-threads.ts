import { randomUUIDv7 } from 'node:crypto'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type FoundChannel, findChannel } from '../channels/channel-address.ts'
import { type Db, dbOf, sql } from '../db.ts'
import { knownContacts } from '../identity/contact-for-phone.ts'
import { holdRealm, type Realm } from '../identity/realm.ts'
import type { QueueContext } from '../outbox/send-target.ts'
import { mainReason } from '../policy/decision.ts'
import { policyFor } from '../policy/policy-for.ts'
import { sayReason } from '../policy/reason-words.ts'
import type { BatchProblem } from './batch-view.ts'
import type { ClaimedBatch } from './claim-batch.ts'

interface OpenedThreads {
  /** By phone. */
  idOf: Map<string, string>
  /** For those of whom nobody knows anything: there is no basis on which to write to them. */
  refusal: BatchProblem | null
}

/**
 * The conversations in which phone numbers are written to. Who wrote before or agreed to be written to is known, and gets
 * one; of the others nothing is left behind.
 */
export async function openThreads(
  ctx: QueueContext,
  batch: Pick<ClaimedBatch, 'channelId' | 'content' | 'purpose'>,
  phones: string[],
): Promise<OpenedThreads> {
  if (phones.length === 0) return { idOf: new Map(), refusal: null }
  const { tenantId, organizationId } = ctx.scope
  const { channelId } = batch
  const found = await findChannel(dbOf(ctx.em.fork()), ctx.scope, channelId)
  const realm: Realm = { tenantId, organizationId, providerKey: found?.providerKey ?? '' }
  const idOf = await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    // Nobody is merged or split meanwhile: a thread would be made for who is no more.
    await holdRealm(db, realm)
    const contacts = await knownContacts(db, realm, phones)
    const threads = await makeThreads(db, realm, channelId, [...contacts.values()])
    return new Map([...contacts].map(([phone, contactId]) => [phone, threads.get(contactId)!]))
  })
  return { idOf, refusal: idOf.size < phones.length ? await refusalOfStrangers(ctx, found, batch) : null }
}

async function refusalOfStrangers(
  ctx: QueueContext,
  found: FoundChannel | null,
  { content, purpose }: Pick<ClaimedBatch, 'content' | 'purpose'>,
): Promise<BatchProblem | null> {
  const adapter = found && getChannelAdapter(found.providerKey)
  if (!found || !adapter) return null
  const { channel, isEnabled: isChannelEnabled } = found
  const recipient = { phone: null, userId: null }
  const target = {
    adapter,
    channel,
    isChannelEnabled,
    recipient,
    conversationId: null,
    windowExpiresAt: null,
  }
  const policy = await policyFor(ctx, target)
  const intent = await policy.read({ content, purpose: purpose ?? undefined })
  const reason = mainReason(policy.decide(intent))!
  const { sentence, action } = sayReason(reason)
  return { code: reason.code, message: sentence, action }
}

async function makeThreads(
  db: Db,
  { tenantId, organizationId }: Realm,
  channelId: string,
  contactIds: string[],
): Promise<Map<string, string>> {
  const unique = [...new Set(contactIds)].sort()
  const { rows } = await sql<{ id: string; contactId: string }>`
    insert into cc_external_conversations (id, tenant_id, organization_id, channel_id, contact_id)
    select id, ${tenantId}, ${organizationId}, ${channelId}, contact_id
    from unnest(${unique.map(() => randomUUIDv7())}::uuid[], ${unique}::uuid[]) as v (id, contact_id)
    on conflict (channel_id, contact_id) do update set merged_into_id = null
    returning id, contact_id as "contactId"`.execute(db)
  return new Map(rows.map((row) => [row.contactId, row.id]))
}
