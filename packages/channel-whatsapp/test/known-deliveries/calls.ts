import type { MessageEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { inSeconds, notKept, of, type Reading } from './reading.ts'

/** A call is a message of its thread to us. */
export const calls: Reading<MessageEvent> = {
  field: () => 'calls',
  callId: (event) => callIdOf(event),
  messageId: (event) => callIdOf(event),
  event: (event) => of('call', event).name,
  direction: (event) => (of('call', event).isByCustomer ? 'USER_INITIATED' : 'BUSINESS_INITIATED'),
  from: ({ contact, direction }, expected) => (direction === 'inbound' ? contact.phone?.slice(1) : expected),
  to: ({ contact, direction }, expected) => (direction === 'outbound' ? contact.phone?.slice(1) : expected),
  status: (event) => {
    const { event: name, isAnswered } = of('call', event)
    if (name === 'started') return null
    return name === 'ended' ? isAnswered && 'COMPLETED' : of('call', event).name
  },
  timestamp: ({ sentAt }) => inSeconds(sentAt),
  recipientId: ({ contact }) => contact.phone?.slice(1),
  /** Calls are not ours to make, so nothing of ours comes back with them. */
  bizOpaqueCallbackData: notKept,
}

function callIdOf(event: MessageEvent): string {
  // The call itself is told apart from a voicemail with the same id.
  return (of('call', event).targetExternalId ?? event.externalMessageId).replace(/:started$/, '')
}
