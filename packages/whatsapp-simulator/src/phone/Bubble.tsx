import { BubbleContent } from './BubbleContent.tsx'
import { BubbleTools } from './BubbleTools.tsx'
import { Quote } from './Quote.tsx'
import { clockTime } from './show-time.ts'
import { Ticks } from './Ticks.tsx'
import type { ThreadItem } from './thread.ts'

export function Bubble({ item }: { item: ThreadItem }) {
  const { message, content, edited, revoked, reactions, quoted } = item
  const own = message.direction === 'inbound'
  const { origin } = message
  if (content.type === 'system') {
    return (
      <p className="day">
        <BubbleContent message={message} content={content} />
      </p>
    )
  }
  return (
    <div className={own ? 'bubble-row bubble-row-own' : 'bubble-row'}>
      <article
        id={message.wamid}
        className={own ? 'bubble bubble-own' : 'bubble'}
        data-kind={content.type}
        aria-label={own ? 'You' : 'Business'}
      >
        {origin?.referral && <p className="bubble-mark">From an advertisement</p>}
        {(origin?.forwarded || origin?.frequentlyForwarded) && (
          <p className="bubble-mark">
            {origin.frequentlyForwarded ? '↠ Forwarded many times' : '↪ Forwarded'}
          </p>
        )}
        {quoted && <Quote message={quoted} link />}
        {revoked ? (
          <p className="bubble-mark">This message was deleted</p>
        ) : (
          <BubbleContent message={message} content={content} />
        )}
        <span className="bubble-meta">
          {edited && <span>Edited</span>}
          <time dateTime={message.sentAt}>{clockTime(message.sentAt)}</time>
          {own && <Ticks status={message.status} />}
        </span>
        {reactions.length > 0 && (
          <ul className="reactions" aria-label="Reactions">
            {reactions.map((reaction) => (
              <li key={String(reaction.own)} title={reaction.own ? 'You' : 'Business'}>
                {reaction.emoji}
              </li>
            ))}
          </ul>
        )}
      </article>
      {!revoked && <BubbleTools item={item} />}
    </div>
  )
}
