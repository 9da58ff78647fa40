import type { MessageContent } from './content.ts'
import type { DeliveryStatus } from './status.ts'

/**
 * What a provider's webhook delivery says, one event a fact. One delivery may carry a thousand of them, about
 * several numbers. Times are the provider's.
 */
export type DeliveryEvent = InboundMessageEvent | StatusEvent | OtherEvent

/** Which number of which account an event is about, by the provider's own identifiers. */
export interface EventAddress {
  accountIdentifier: string | null
  channelIdentifier: string | null
}

/** Who wrote: at least one of the two identities is there. Neither is ever guessed from the other. */
export interface SenderIdentity {
  /** International number with a leading plus. */
  phone: string | null
  /** The provider's id for the person, valid within the account that the event is about. */
  userId: string | null
  username: string | null
  displayName: string | null
}

export interface InboundMessageEvent extends EventAddress {
  kind: 'message'
  externalMessageId: string
  sender: SenderIdentity
  sentAt: Date
  content: MessageContent
  replyToExternalId: string | null
  /** Whether the person acted, which opens the window. Notices by the provider do not. */
  opensWindow: boolean
}

export interface StatusEvent extends EventAddress {
  kind: 'status'
  externalMessageId: string
  status: DeliveryStatus
  occurredAt: Date
  /** What we gave along when sending: our message's id. */
  callbackData: string | null
  /** In a group each member reports; elsewhere null. */
  participant: string | null
  error: { code: string; message: string; action: string | null } | null
  pricing: StatusPricing | null
}

export interface StatusPricing {
  billable: boolean | null
  model: string | null
  type: string | null
  category: string | null
}

/** Kept in the journal and counted, applied nowhere yet. */
export interface OtherEvent extends EventAddress {
  kind: 'other'
  field: string
}

/** Thrown by an adapter for a delivery that is signed but cannot be read. It is kept as unreadable. */
export class UnreadableDelivery extends Error {
  override readonly name = 'UnreadableDelivery'
}
