import { useState } from 'react'
import type { Message } from '../world/message.ts'
import { clockTime } from './show-time.ts'
import { Ticks } from './Ticks.tsx'

const SHOWN_AT_FIRST = 700

export function Bubble({ message }: { message: Message }) {
  const { content } = message
  const own = message.direction === 'inbound'
  return (
    <article className={own ? 'bubble bubble-own' : 'bubble'} aria-label={own ? 'You' : 'Business'}>
      {content.type === 'text' ? (
        <LongText text={content.body} />
      ) : (
        <>
          {content.rendered.header && <h3>{content.rendered.header}</h3>}
          <LongText text={content.rendered.body} />
          {content.rendered.footer && <p className="bubble-footer">{content.rendered.footer}</p>}
        </>
      )}
      <span className="bubble-meta">
        <time dateTime={message.sentAt}>{clockTime(message.sentAt)}</time>
        {own && <Ticks status={message.status} />}
      </span>
      {content.type === 'template' && content.rendered.buttons.length > 0 && (
        <ul className="bubble-buttons" aria-label="Buttons of the template">
          {content.rendered.buttons.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </article>
  )
}

function LongText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(text.length <= SHOWN_AT_FIRST)
  return (
    <p className="bubble-text">
      {isWhole ? text : `${text.slice(0, SHOWN_AT_FIRST)}… `}
      {!isWhole && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Read more
        </button>
      )}
    </p>
  )
}
