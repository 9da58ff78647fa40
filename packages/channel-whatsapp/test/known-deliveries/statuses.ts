import type { StatusEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { inSeconds, notKept, type Reading } from './reading.ts'

export const statuses: Reading<StatusEvent> = {
  field: () => 'messages',
  messageId: ({ externalMessageId }) => externalMessageId,
  status: ({ status }) => status,
  timestamp: ({ occurredAt }) => inSeconds(occurredAt),
  bizOpaqueCallbackData: ({ callbackData }) => callbackData,
  errorCodes: ({ error }) => [Number(error?.providerCode)],
  pricing: ({ pricing }) => ({
    billable: pricing?.billable,
    pricing_model: pricing?.model,
    category: pricing?.category,
  }),
  recipientParticipantUserId: ({ participant }) => participant,
  // Whom a status is about is known from its message; conversations are no longer what Meta bills by.
  recipientId: notKept,
  recipientType: notKept,
  recipientParticipantId: notKept,
  conversation: notKept,
}
