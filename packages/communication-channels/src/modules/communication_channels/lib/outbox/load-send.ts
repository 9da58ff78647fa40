import type { SendContentInput } from '../adapter/send-content.ts'
import { messageContent, type OutboundContent } from '../content/message-content.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ConversationAddress } from './conversation-address.ts'
import type { ReservedMessage } from './reserve/reservation-statements.ts'

/** What the provider is asked, but for the secrets. */
export type LoadedSend = Omit<SendContentInput, 'credentials' | 'resolve'>

export async function loadSend(
  encryption: TenantEncryptionService,
  message: ReservedMessage,
  { channel, recipient }: ConversationAddress,
): Promise<LoadedSend> {
  const { tenantId, organizationId } = message
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_message',
    { content: message.content },
    tenantId,
    organizationId,
  )
  return {
    scope: { tenantId, organizationId },
    channel,
    recipient,
    content: messageContent.parse(JSON.parse(String(opened.content))) as OutboundContent,
    replyToExternalId: message.replyToExternalId,
    attempt: message.attemptCount,
    callbackData: message.id,
  }
}
