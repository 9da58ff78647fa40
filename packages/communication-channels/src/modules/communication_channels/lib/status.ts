/**
 * The life of an outbound message.
 *
 *   cancelled somebody called it back while it was queued. Should a provider report on it all the same, that counts
 *   queued    stored, waiting for the sender
 *   sending   claimed by a sender, the provider is being asked
 *   unknown   asked, but the answer was lost: it may or may not have gone out. Never sent again by itself;
 *             a status from the provider settles it, or a person decides to write anew
 *   sent      the provider has it
 *   failed    it did not go out, or the provider gave up on it
 *   delivered it is on the customer's device
 *   read      it was opened
 *   played    a voice message was listened to
 *
 * Reports come in any order, more than once and with gaps, so a status only climbs. `failed` stands above `sent`
 * (a message is accepted and then found undeliverable) and below `delivered` (whoever has it, has it).
 * The ways back are `sending` to `queued`, the sender's own when the provider refused for the moment, and `queued` to
 * `cancelled`.
 */
export const STATUS_RANK = {
  cancelled: -1,
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
  played: 7,
} as const

export type MessageStatus = keyof typeof STATUS_RANK

/** What a provider can report. */
export type DeliveryStatus = 'sent' | 'failed' | 'delivered' | 'read' | 'played'

export function rankOf(status: MessageStatus): number {
  return STATUS_RANK[status]
}

/** The higher of the two: associative, commutative and idempotent, so the order of reports does not matter. */
export function joinStatus(a: MessageStatus, b: MessageStatus): MessageStatus {
  return rankOf(a) >= rankOf(b) ? a : b
}
