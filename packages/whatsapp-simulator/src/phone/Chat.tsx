import { Fragment, useEffect, useRef } from 'react'
import type { Customer } from '../world/customer.ts'
import { Avatar } from './Avatar.tsx'
import { Bubble } from './Bubble.tsx'
import { Composer } from './Composer.tsx'
import type { LiveWorld } from './live-world.ts'
import { dayOf } from './show-time.ts'
import { simulator } from './simulator-client.ts'
import { isOnPhone } from './visible-messages.ts'

type ChatProps = {
  world: LiveWorld
  customer: Customer
  number: LiveWorld['accounts'][number]['numbers'][number]
  hoursAgo: number | null
  onSent: () => void
  onBack: () => void
}

export function Chat({ world, customer, number, hoursAgo, onSent, onBack }: ChatProps) {
  const end = useRef<HTMLDivElement>(null)
  const messages = world.messages
    .filter(
      (message) =>
        message.phoneNumberId === number.id && message.customerId === customer.id && isOnPhone(message),
    )
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt))
  const unread = messages.filter(
    (message) => message.direction === 'outbound' && message.status === 'delivered',
  ).length
  const typingUntil = world.typing[`${number.id}:${customer.id}`]
  const lastFromBusiness = messages.findLast((message) => message.direction === 'outbound')
  const isTyping =
    typingUntil !== undefined &&
    Date.parse(typingUntil) > Date.now() &&
    Date.parse(lastFromBusiness?.createdAt ?? '1970-01-01') < Date.parse(typingUntil) - 25_000

  // An open chat reads what arrives in it.
  useEffect(() => {
    if (unread > 0) void simulator.openChat(customer.id, number.id)
  }, [unread, customer.id, number.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something takes room from the last message
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [messages.length, isTyping, hoursAgo])

  return (
    <section className="chat" aria-label={`Chat with ${number.verifiedName}`}>
      <header className="app-bar">
        <button type="button" className="back" onClick={onBack} aria-label="Back to the chats">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M15 4 7 12l8 8" />
          </svg>
        </button>
        <Avatar name={number.verifiedName} />
        <span className="app-bar-text">
          <h2>{number.verifiedName}</h2>
          <small>{isTyping ? 'typing…' : number.displayPhoneNumber}</small>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls only what it can focus */}
      <div className="bubbles" role="log" aria-label="Messages" tabIndex={0}>
        {messages.length === 0 && (
          <p className="empty">Nothing here yet. Say hello to {number.verifiedName}.</p>
        )}
        {messages.map((message, index) => (
          <Fragment key={message.wamid}>
            {dayOf(message.sentAt) !== (index > 0 ? dayOf(messages[index - 1]!.sentAt) : '') && (
              <p className="day">{dayOf(message.sentAt)}</p>
            )}
            <Bubble message={message} />
          </Fragment>
        ))}
        <div ref={end} />
      </div>
      <Composer customer={customer} phoneNumberId={number.id} hoursAgo={hoursAgo} onSent={onSent} />
    </section>
  )
}
