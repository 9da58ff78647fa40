import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAdapter, ChannelAddress, Recipient, Resolve } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { isIntegrationEnabled } from '../connection.ts'
import { dbOf, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError, notFound } from '../errors.ts'
import type { Scope } from '../scope.ts'

/** Who queues a message, and with what. */
export interface QueueContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
}

/** Where a message is to go, and what the policy asks about it. */
export interface SendTarget {
  adapter: ChannelAdapter
  channel: ChannelAddress
  isChannelEnabled: boolean
  windowExpiresAt: Date | null
  recipient: Recipient
}

export async function loadTarget(ctx: QueueContext, conversationId: string): Promise<SendTarget> {
  const { rows } = await sql<
    ChannelAddress & Recipient & { providerKey: string; isEnabled: boolean; expiresAt: Timestamp | null }
  >`
    select ch.id as "channelId", ch.connection_id as "connectionId", ch.provider_key as "providerKey",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           ch.is_enabled as "isEnabled", c.conversation_window_expires_at as "expiresAt",
           contact.phone, contact.user_id as "userId"
    from cc_external_conversations c
    join cc_communication_channels ch on ch.id = c.channel_id
    join cc_external_contacts contact on contact.id = c.contact_id
    where c.id = ${conversationId} and c.tenant_id = ${ctx.scope.tenantId}
      and c.organization_id = ${ctx.scope.organizationId}`.execute(dbOf(ctx.em.fork()))
  const row = rows[0]
  if (!row) throw notFound('conversation')
  const { providerKey, isEnabled, expiresAt, phone, userId, ...channel } = row
  const adapter = getChannelAdapter(providerKey)
  if (!adapter) {
    throw new ChannelError(
      422,
      'provider_missing',
      'The provider of this channel is not installed.',
      'Install it.',
    )
  }
  return {
    adapter,
    channel,
    isChannelEnabled: isEnabled && (await isIntegrationEnabled(ctx.resolve, providerKey, ctx.scope)),
    windowExpiresAt: toDate(expiresAt),
    recipient: await openRecipient(ctx, phone, userId),
  }
}

async function openRecipient(
  { encryption, scope }: QueueContext,
  phone: string | null,
  userId: string | null,
): Promise<Recipient> {
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_contact',
    { phone, user_id: userId },
    scope.tenantId,
    scope.organizationId,
  )
  return { phone: opened.phone as string | null, userId: opened.user_id as string | null }
}
