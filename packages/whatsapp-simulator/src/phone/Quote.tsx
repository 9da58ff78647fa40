import type { Message } from '../world/message.ts'
import { previewOf } from './message-preview.ts'

/** The message that is answered, in short. As a link it leads to that message. */
export function Quote({ message, link }: { message: Message; link?: boolean }) {
  const content = (
    <>
      <strong>{message.direction === 'inbound' ? 'You' : 'Business'}</strong>
      <span>{previewOf(message.content)}</span>
    </>
  )
  if (!link) return <blockquote className="quote">{content}</blockquote>
  return (
    <button
      type="button"
      className="quote"
      onClick={() => document.getElementById(message.wamid)?.scrollIntoView({ block: 'center' })}
    >
      {content}
    </button>
  )
}
