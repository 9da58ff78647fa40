export type DeliveryAttempt = {
  at: string
  httpStatus: number | null
  error: string | null
  milliseconds: number
}

/**
 * One webhook POST. pending: waits for its turn or for the next try; delivered: answered 200;
 * dropped: lost on purpose by a fault switch or because the queue was full; expired: seven days without a 200.
 */
export type Delivery = {
  id: string
  appId: string
  wabaId: string
  /** Only of what went to a number's own address. */
  phoneNumberId?: string
  /** The exact bytes, as text: what is signed and sent, the same at every try. */
  body: string
  /** The webhook field of everything in it, such as `messages`. */
  field: string
  summary: string
  /** Inbound messages in it, whose ticks depend on the answer. */
  inboundWamids: string[]
  /** What it says of the business's own messages. */
  reports: { wamid: string; status: string }[]
  state: 'pending' | 'delivered' | 'dropped' | 'expired'
  createdAt: string
  nextAttemptAt: string | null
  attemptCount: number
  attempts: DeliveryAttempt[]
}
