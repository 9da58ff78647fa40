import { type KeyboardEvent, useState } from 'react'
import { useChatActs } from './chat-acts.ts'
import type { ThreadItem } from './thread.ts'

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const

/** Beside a bubble: react to it, quote it; one's own can be changed and deleted. The same emoji again takes it back. */
export function BubbleTools({ item }: { item: ThreadItem }) {
  const { send, replyTo, open } = useChatActs()
  const { message, content } = item
  const isOwn = message.direction === 'inbound' && !item.revoked
  const [isChoosing, setChoosing] = useState(false)
  const current = item.reactions.find((reaction) => reaction.own)?.emoji

  async function react(emoji: string) {
    setChoosing(false)
    const reaction = { message_id: item.message.wamid, emoji: emoji === current ? '' : emoji }
    await send({ type: 'reaction', reaction })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving concern whatever is inside
    <div
      className="bubble-tools"
      data-open={isChoosing}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setChoosing(false)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') setChoosing(false)
      }}
    >
      <button
        type="button"
        className="round"
        aria-label="React"
        aria-expanded={isChoosing}
        onClick={() => setChoosing(!isChoosing)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="8.5" />
          <path d="M8.5 14.5c1.8 2.2 5.2 2.2 7 0M9.2 9.6v.6M14.8 9.6v.6" />
        </svg>
      </button>
      <button type="button" className="round" aria-label="Reply" onClick={() => replyTo(item.message)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M10 6 4 12l6 6M4.5 12H14c3.5 0 6 2.2 6 6" />
        </svg>
      </button>
      {isOwn && content.type === 'text' && (
        <button
          type="button"
          className="round"
          aria-label="Edit"
          onClick={() => open({ kind: 'edit', message, words: content.body })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 19l1-4L16 5l3 3L9 18zM14 7l3 3" />
          </svg>
        </button>
      )}
      {isOwn && (
        <button
          type="button"
          className="round"
          aria-label="Delete for everyone"
          onClick={() => void send({ type: 'revoke', revoke: { original_message_id: message.wamid } })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13" />
          </svg>
        </button>
      )}
      {isChoosing && (
        <fieldset className="emoji-row">
          <legend className="visually-hidden">Reaction</legend>
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={`React with ${emoji}`}
              aria-pressed={emoji === current}
              onClick={() => void react(emoji)}
            >
              {emoji}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
