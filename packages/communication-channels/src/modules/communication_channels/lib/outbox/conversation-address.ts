import type { ChannelAddress } from '../adapter/connection-input.ts'
import type { Recipient } from '../adapter/send-content.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'

/** From which number a conversation is answered, to whom, and what the policy asks about it. */
export interface ConversationAddress {
  providerKey: string
  channel: ChannelAddress
  isChannelEnabled: boolean
  windowExpiresAt: Date | null
  recipient: Recipient
}

interface Row extends ChannelAddress, Recipient {
  askedId: string
  providerKey: string
  isEnabled: boolean
  expiresAt: Timestamp | null
}

/** Of the contact's user ids the one that is valid for the channel: it has another one in each portfolio. */
const userIdOf = sql`(
  select coalesce(i.wire, contact.user_id) from cc_contact_identities i
  where i.contact_id = contact.id and i.kind = 'user_id'
    and i.namespace = coalesce('portfolio:' || ch.portfolio_identifier, ch.account_identifier, ch.id::text)
  order by i.retired_at is null desc, i.first_seen_at desc, i.value_hash desc limit 1)`

/** Null where the organisation has no such conversation. */
export async function findAddress(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  conversationId: string,
): Promise<ConversationAddress | null> {
  return (await findAddresses(db, encryption, scope, [conversationId])).get(conversationId) ?? null
}

/** By the id that was asked for, also where the conversation goes on under another one. */
export async function findAddresses(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  conversationIds: string[],
): Promise<Map<string, ConversationAddress>> {
  const { rows } = await sql<Row>`
    select asked.id as "askedId", ch.id as "channelId", ch.connection_id as "connectionId", ch.provider_key as "providerKey",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           ch.is_enabled as "isEnabled", c.conversation_window_expires_at as "expiresAt",
           contact.phone, ${userIdOf} as "userId"
    from cc_external_conversations asked
    join cc_external_conversations c on c.id = coalesce(asked.merged_into_id, asked.id)
    join cc_communication_channels ch on ch.id = c.channel_id
    join cc_external_contacts contact on contact.id = c.contact_id
    where asked.id = any(${conversationIds}::uuid[]) and asked.tenant_id = ${tenantId}
      and asked.organization_id = ${organizationId} and c.tenant_id = ${tenantId}
      and c.organization_id = ${organizationId}`.execute(db)
  const addresses = rows.map(
    async (row) => [row.askedId, await openAddress(encryption, { tenantId, organizationId }, row)] as const,
  )
  return new Map(await Promise.all(addresses))
}

async function openAddress(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { askedId: _, providerKey, isEnabled, expiresAt, phone, userId, ...channel }: Row,
): Promise<ConversationAddress> {
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_contact',
    { phone, user_id: userId },
    tenantId,
    organizationId,
  )
  return {
    providerKey,
    channel,
    isChannelEnabled: isEnabled,
    windowExpiresAt: toDate(expiresAt),
    recipient: { phone: opened.phone as string | null, userId: opened.user_id as string | null },
  }
}
