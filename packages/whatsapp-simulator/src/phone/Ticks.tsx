import type { MessageStatus } from '../world/message.ts'

const LABELS: Partial<Record<MessageStatus, string>> = {
  pending: 'Not yet received by the business',
  acknowledged: 'Received by the business',
  read: 'Read by the business',
}

/** Under the customer's own messages: a clock, two ticks, two coloured ticks. */
export function Ticks({ status }: { status: MessageStatus }) {
  const label = LABELS[status]
  if (!label) return null
  return (
    <span className={`ticks ticks-${status}`} role="img" aria-label={label} title={label}>
      {status === 'pending' ? (
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <circle cx="8" cy="6" r="5" />
          <path d="M8 3.2V6l2 1.4" />
        </svg>
      ) : (
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <path d="M1 6.5 4 9.5 10 2.5M7 8.6l1 .9 6-7" />
        </svg>
      )}
    </span>
  )
}
