import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { Avatar } from './Avatar.tsx'
import type { LiveWorld } from './live-world.ts'
import { previewOf } from './message-preview.ts'
import { shortTime } from './show-time.ts'
import { Ticks } from './Ticks.tsx'
import { isOnPhone } from './visible-messages.ts'

type Row = { id: string; name: string; phone: string; last: Message | undefined; unread: number }

export function ChatList(props: {
  world: LiveWorld
  customer: Customer
  onOpen: (phoneNumberId: string) => void
}) {
  const { world, customer, onOpen } = props
  const rows = world.accounts
    .flatMap((account) => account.numbers)
    .map((number): Row => {
      const messages = world.messages.filter(
        (message) =>
          message.phoneNumberId === number.id && message.customerId === customer.id && isOnPhone(message),
      )
      const unread = messages.filter(
        (message) => message.direction === 'outbound' && message.status === 'delivered',
      )
      return {
        id: number.id,
        name: number.verifiedName,
        phone: number.displayPhoneNumber,
        last: messages.toSorted((a, b) => a.sentAt.localeCompare(b.sentAt)).at(-1),
        unread: unread.length,
      }
    })
    .sort((a, b) => (b.last?.createdAt ?? '').localeCompare(a.last?.createdAt ?? ''))
  return (
    <section className="chats" aria-label="Chats">
      <header className="app-bar">
        <h2>Chats</h2>
      </header>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="chat-row"
              onClick={() => onOpen(row.id)}
              aria-label={`Open the chat with ${row.name}`}
            >
              <Avatar name={row.name} />
              <span className="chat-row-text">
                <strong>{row.name}</strong>
                <span className="chat-row-last">
                  {row.last ? (
                    <>
                      {row.last.direction === 'inbound' && <Ticks status={row.last.status} />}
                      {previewOf(row.last.content)}
                    </>
                  ) : (
                    row.phone
                  )}
                </span>
              </span>
              <span className="chat-row-side">
                {row.last && <time dateTime={row.last.sentAt}>{shortTime(row.last.sentAt)}</time>}
                {row.unread > 0 && <span className="badge">{row.unread}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
