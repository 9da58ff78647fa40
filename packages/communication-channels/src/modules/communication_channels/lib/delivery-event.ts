import type { MessageContext } from './content/context.ts'
import type { MessageContent } from './content/message-content.ts'
import type { DeliveryStatus } from './status.ts'

/**
 * What a provider's webhook delivery says, one event a fact. One delivery may carry a thousand of them, about
 * several numbers. Times are the provider's.
 */
export type DeliveryEvent = MessageEvent | StatusEvent | NameEvent | AccountEvent | OtherEvent

/** Which number of which account an event is about, by the provider's own identifiers. */
export interface EventAddress {
  accountIdentifier: string | null
  channelIdentifier: string | null
}

/** Who is at the other end: at least one of the two identities is there. Neither is ever guessed from the other. */
export interface ContactIdentity {
  /** International number with a leading plus. */
  phone: string | null
  /** The provider's id for the person, valid within the business portfolio of the account that the event is about. */
  userId: string | null
  username: string | null
  displayName: string | null
  /** The person's id across portfolios, where the provider has such: kept with them, and never told apart by it. */
  parentUserId?: string | null
}

/** What somebody was known by until then. */
export interface FormerIdentity {
  phone: string | null
  userId: string | null
}

/**
 * live     said now, by the customer
 * device   written by the business on its own phone, beside us
 * history  said before the channel was connected: kept, announced to nobody
 */
export type MessageOrigin = 'live' | 'device' | 'history'

/** Anything that belongs into the thread with one person, notices among them. */
export interface MessageEvent extends EventAddress {
  kind: 'message'
  direction: 'inbound' | 'outbound'
  origin: MessageOrigin
  externalMessageId: string
  contact: ContactIdentity
  /** The event says that the person is `contact` from then on, and was this until then. */
  formerly?: FormerIdentity | null
  sentAt: Date
  content: MessageContent
  context: MessageContext
  replyToExternalId: string | null
  /** Whether the person acted, which opens the window. Notices by the provider do not. */
  opensWindow: boolean
  /** Whether it comes from an advertisement or a page, so that an answer opens the free-entry window. */
  opensFreeEntry?: boolean
  /** How far an outbound message of history got, where that is told. */
  status: DeliveryStatus | null
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
  /** To whom it went, where that is told: it may say more of a person than was known. */
  contact?: ContactIdentity | null
  error: StatusError | null
  pricing: StatusPricing | null
}

export interface StatusError {
  /** The adapter's own code; texts for it are in its locale files. */
  code: string
  message: string
  action: string | null
  /** The provider's code and words. */
  providerCode?: string | null
  detail?: string | null
  /** The provider refused because the person wants no more of this: as good as their own word. */
  endsConsent?: 'marketing' | null
  /** When the same content may be sent again: `never`, or an ISO time before which it may not. */
  resend?: string | null
}

export interface StatusPricing {
  billable: boolean | null
  model: string | null
  type: string | null
  category: string | null
}

/** The name under which the business keeps a phone. It names whom we know, and makes nobody known. */
export interface NameEvent extends EventAddress {
  kind: 'name'
  phone: string
  name: string
  savedAt: Date
}

/**
 * About the account, a number, a template: nothing for a thread. The adapter that read it applies it to its own rows
 * (`applyAccountEvents`), in the same transaction.
 */
export interface AccountEvent extends EventAddress {
  kind: 'account'
  /** The webhook's field or kind, as the provider calls it. */
  field: string
  /** The same for the same fact, however often it is delivered. */
  key: string
  occurredAt: Date | null
  /** What the adapter made of it; only the adapter reads it. */
  detail: Record<string, unknown>
}

/** Kept in the journal and counted, applied nowhere. */
export interface OtherEvent extends EventAddress {
  kind: 'other'
  field: string
}

/** Thrown by an adapter for a delivery that is signed but cannot be read. It is kept as unreadable. */
export class UnreadableDelivery extends Error {
  override readonly name = 'UnreadableDelivery'
}
