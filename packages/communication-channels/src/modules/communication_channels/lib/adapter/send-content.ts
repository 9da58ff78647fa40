import type { ReactionContent } from '../content/companions.ts'
import type { OutboundContent, OutboundRequest } from '../content/message-content.ts'
import type { StatusError } from '../delivery-event.ts'
import type { ChannelAddress, ConnectionInput, Resolve, TenantScope } from './connection-input.ts'

export interface PrepareContentInput extends ConnectionInput {
  recipient: Recipient
  /** A reaction comes with the provider's id of its message already. */
  content: Exclude<OutboundRequest, { type: 'reaction' }> | ReactionContent
}

export interface SendContentInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  recipient: Recipient
  content: OutboundContent
  /** The provider's id of the message that this one quotes. */
  replyToExternalId: string | null
  /** Which attempt this is, from 1. */
  attempt: number
  resolve: Resolve
  /** Our message's id. The provider gives it back in statuses, which settles attempts whose answer was lost. */
  callbackData: string
}

/** Where to answer: the identities as the provider last gave them. At least one is there. */
export interface Recipient {
  phone: string | null
  userId: string | null
}

/**
 * sent      the provider has the message and named it
 * not_sent  it surely did not go out; `retryable` where the same call may succeed later
 * unknown   it may have gone out: never sent again without a person's word
 */
export type SendOutcome =
  | {
      outcome: 'sent'
      externalMessageId: string
      hold?: SendHold | null
      /** What left, where it is another form of what was asked for. */
      content?: OutboundContent
    }
  | {
      outcome: 'not_sent'
      error: SendError
      retryable: boolean
      retryAfterMs: number | null
      /** Absent: `message`. */
      blame?: SendBlame
    }
  | { outcome: 'unknown'; error: SendError }

/**
 * Who or what stands behind a refusal.
 *
 * message    what it says, or whom it is for: another message may pass
 * form       its kind or shape: the same words in another form may pass
 * rate       too much in too short a time
 * account    the credentials, or a restriction of the number or account: nothing passes until somebody acts
 * provider   trouble at the provider, or on the way there
 */
export type SendBlame = 'message' | 'form' | 'rate' | 'account' | 'provider'

/** Taken by the provider, and kept back for the moment. */
export type SendHold = 'quality_assessment' | 'paused'

export type SendError = StatusError
