import type { SendContentInput } from '../adapter.ts'
import { messageContent, type OutboundContent } from '../content/message-content.ts'
import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ClaimedMessage } from './claim-messages.ts'
import { type ConversationAddress, findAddress } from './conversation-address.ts'

/** Everything a send needs besides credentials, and the facts for the policy. */
export interface LoadedSend extends Omit<ConversationAddress, 'channel' | 'recipient'> {
  input: Omit<SendContentInput, 'credentials' | 'resolve'>
}

export async function loadSend(
  db: Db,
  encryption: TenantEncryptionService,
  message: ClaimedMessage,
): Promise<LoadedSend> {
  const { tenantId, organizationId, conversationId } = message
  const scope = { tenantId, organizationId }
  const [address, opened] = await Promise.all([
    findAddress(db, encryption, scope, conversationId),
    encryption.decryptEntityPayload(
      'communication_channels:external_message',
      { content: message.content },
      tenantId,
      organizationId,
    ),
  ])
  if (!address) throw new Error(`The conversation of message ${message.id} is gone`)
  const { channel, recipient, ...facts } = address
  return {
    ...facts,
    input: {
      scope,
      channel,
      recipient,
      content: messageContent.parse(JSON.parse(String(opened.content))) as OutboundContent,
      replyToExternalId: message.replyToExternalId,
      attempt: message.attemptCount,
      callbackData: message.id,
    },
  }
}
