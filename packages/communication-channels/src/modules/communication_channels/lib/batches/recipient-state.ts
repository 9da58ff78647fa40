import type { MessageStatus } from '../status.ts'

/**
 * How far a recipient of a batch has got.
 *
 *   waiting    no message was made yet
 *   refused    none was made, and why not is kept: the policy, a number that is none, the same person twice
 *   cancelled  called back before it left
 *
 * The others are how far the message is.
 */
export const RECIPIENT_STATES = [
  'waiting',
  'queued',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown',
  'cancelled',
  'refused',
] as const
export type RecipientState = (typeof RECIPIENT_STATES)[number]

export const STATE_OF_STATUS: Record<MessageStatus, RecipientState> = {
  queued: 'queued',
  sending: 'queued',
  unknown: 'unknown',
  sent: 'sent',
  failed: 'failed',
  cancelled: 'cancelled',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
}
