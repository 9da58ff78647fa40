import type { MessageStatus } from './message.ts'

export type Tick = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled'

const ticks: Record<MessageStatus, Tick> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
}

/** The mark beside an outbound message, or null for an inbound one. A status from a newer server counts as sent. */
export function tickOf(status: string | null): Tick | null {
  if (!status) return null
  return ticks[status as MessageStatus] ?? 'sent'
}
