import type { SendContentInput } from '../adapter/send-content.ts'
import { messageContent, type OutboundContent } from '../content/message-content.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ConversationAddress } from './conversation-address.ts'
import type { ReservedMessage } from './reserve/reservation-statements.ts'

/** What the provider is asked, but for the secrets. */
export interface LoadedSend extends Omit<SendContentInput, 'credentials' | 'resolve'> {
  /** What may leave in place of the content. */
  inPlace: OutboundContent | null
}

export async function loadSend(
  encryption: TenantEncryptionService,
  message: ReservedMessage,
  { channel, recipient }: ConversationAddress,
): Promise<LoadedSend> {
  const { tenantId, organizationId } = message
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_message',
    { content: message.content, template_content: message.templateContent },
    tenantId,
    organizationId,
  )
  return {
    scope: { tenantId, organizationId },
    channel,
    recipient,
    content: readContent(opened.content),
    inPlace: message.templateContent === null ? null : readContent(opened.template_content),
    replyToExternalId: message.replyToExternalId,
    attempt: message.attemptCount,
    callbackData: message.id,
  }
}

function readContent(json: unknown): OutboundContent {
  return messageContent.parse(JSON.parse(String(json))) as OutboundContent
}
