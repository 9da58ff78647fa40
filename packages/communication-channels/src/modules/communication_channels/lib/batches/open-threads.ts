import { randomUUIDv7 } from 'node:crypto'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { findChannel } from '../channels/channel-address.ts'
import { isFreeForm } from '../content/message-content.ts'
import { type Db, dbOf, sql } from '../db.ts'
import { contactsForPhones, knownContacts } from '../identity/contact-for-phone.ts'
import type { Realm } from '../identity/realm.ts'
import type { QueueContext } from '../outbox/send-target.ts'
import { decideSend } from '../policy/send-policy.ts'
import type { BatchProblem } from './batch-view.ts'
import type { ClaimedBatch } from './claim-batch.ts'

export interface OpenedThreads {
  /** By phone. */
  idOf: Map<string, string>
  /** For those who have none, and get none. */
  refusal: BatchProblem | null
}

/**
 * The conversations in which phone numbers are written to. Somebody new gets one where what is sent may be sent to
 * somebody new; else nothing is left behind of them. For many at once: while people are made known, nobody else of the
 * organisation is.
 */
export async function openThreads(
  ctx: QueueContext,
  { channelId, content }: Pick<ClaimedBatch, 'channelId' | 'content'>,
  phones: string[],
): Promise<OpenedThreads> {
  if (phones.length === 0) return { idOf: new Map(), refusal: null }
  const { scope, now } = ctx
  const found = await findChannel(dbOf(ctx.em.fork()), scope, channelId)
  const providerKey = found?.providerKey ?? ''
  const { tenantId, organizationId } = scope
  const realm: Realm = { tenantId, organizationId, providerKey }
  const decision = decideSend({
    ...{ now, isFreeForm: isFreeForm(content), channel: { isEnabled: true } },
    window: { expiresAt: null, lengthMs: getChannelAdapter(providerKey)?.rules?.windowMs ?? null },
  })
  if (decision.outcome !== 'allow') {
    const { code, reason: message, action } = decision
    const db = dbOf(ctx.em.fork())
    const contacts = await knownContacts(db, realm, phones)
    const threads = await threadsOf(db, realm, channelId, [...contacts.values()])
    return { idOf: threadsByPhone(contacts, threads), refusal: { code, message, action } }
  }
  return ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const contacts = await contactsForPhones(db, ctx.encryption, realm, phones, now)
    const threads = await makeThreads(db, realm, channelId, [...contacts.values()])
    return { idOf: threadsByPhone(contacts, threads), refusal: null }
  })
}

function threadsByPhone(contacts: Map<string, string>, threads: Map<string, string>): Map<string, string> {
  return new Map(
    [...contacts].flatMap(([phone, contactId]) => {
      const id = threads.get(contactId)
      return id ? [[phone, id] as const] : []
    }),
  )
}

type ThreadRow = { id: string; contactId: string }

async function threadsOf(
  db: Db,
  { tenantId, organizationId }: Realm,
  channelId: string,
  contactIds: string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<ThreadRow>`
    select id, contact_id as "contactId" from cc_external_conversations
    where channel_id = ${channelId} and contact_id = any(${contactIds}::uuid[])
      and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  return new Map(rows.map((row) => [row.contactId, row.id]))
}

async function makeThreads(
  db: Db,
  { tenantId, organizationId }: Realm,
  channelId: string,
  contactIds: string[],
): Promise<Map<string, string>> {
  const unique = [...new Set(contactIds)].sort()
  const { rows } = await sql<ThreadRow>`
    insert into cc_external_conversations (id, tenant_id, organization_id, channel_id, contact_id)
    select id, ${tenantId}, ${organizationId}, ${channelId}, contact_id
    from unnest(${unique.map(() => randomUUIDv7())}::uuid[], ${unique}::uuid[]) as v (id, contact_id)
    on conflict (channel_id, contact_id) do update set merged_into_id = null
    returning id, contact_id as "contactId"`.execute(db)
  return new Map(rows.map((row) => [row.contactId, row.id]))
}
