import type { SendContentInput } from '../adapter.ts'
import { messageContent, type OutboundContent } from '../content/message-content.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ClaimedMessage } from './claim-messages.ts'

/** Everything a send needs besides credentials, and the facts for the policy. */
export interface LoadedSend {
  providerKey: string
  isChannelEnabled: boolean
  windowExpiresAt: Date | null
  input: Omit<SendContentInput, 'credentials' | 'resolve'>
}

interface Row {
  providerKey: string
  connectionId: string
  externalIdentifier: string
  accountIdentifier: string | null
  isEnabled: boolean
  windowExpiresAt: Timestamp | null
  phone: string | null
  userId: string | null
}

export async function loadSend(
  db: Db,
  encryption: TenantEncryptionService,
  message: ClaimedMessage,
): Promise<LoadedSend> {
  const { tenantId, organizationId } = message
  const { rows } = await sql<Row>`
    select ch.provider_key as "providerKey", ch.connection_id as "connectionId",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           ch.is_enabled as "isEnabled", c.conversation_window_expires_at as "windowExpiresAt",
           contact.phone, contact.user_id as "userId"
    from cc_external_conversations c
    join cc_communication_channels ch on ch.id = c.channel_id
    join cc_external_contacts contact on contact.id = c.contact_id
    where c.id = ${message.conversationId} and c.tenant_id = ${tenantId}
      and c.organization_id = ${organizationId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error(`The conversation of message ${message.id} is gone`)
  const [contact, opened] = await Promise.all([
    encryption.decryptEntityPayload(
      'communication_channels:external_contact',
      { phone: row.phone, user_id: row.userId },
      tenantId,
      organizationId,
    ),
    encryption.decryptEntityPayload(
      'communication_channels:external_message',
      { content: message.content },
      tenantId,
      organizationId,
    ),
  ])
  return {
    providerKey: row.providerKey,
    isChannelEnabled: row.isEnabled,
    windowExpiresAt: toDate(row.windowExpiresAt),
    input: {
      scope: { tenantId, organizationId },
      channel: {
        channelId: message.channelId,
        connectionId: row.connectionId,
        externalIdentifier: row.externalIdentifier,
        accountIdentifier: row.accountIdentifier,
      },
      recipient: { phone: contact.phone as string | null, userId: contact.user_id as string | null },
      content: messageContent.parse(JSON.parse(String(opened.content))) as OutboundContent,
      replyToExternalId: message.replyToExternalId,
      attempt: message.attemptCount,
      callbackData: message.id,
    },
  }
}
