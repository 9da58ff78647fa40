import type { Message, MessageContent } from '../world/message.ts'
import { AnswerView } from './AnswerView.tsx'
import { ContactCards, LocationCard, OrderCard } from './cards.tsx'
import { InteractiveView } from './InteractiveView.tsx'
import { LongText } from './LongText.tsx'
import { MediaView } from './MediaView.tsx'
import { previewOf } from './message-preview.ts'
import { parts, say } from './payload.ts'
import { TemplateView } from './TemplateView.tsx'

/** What a bubble says, by its type. */
export function BubbleContent({ message, content }: { message: Message; content: MessageContent }) {
  switch (content.type) {
    case 'text':
      return <LongText text={content.body} />
    case 'template':
      return <TemplateView message={message} content={content} />
    case 'audio':
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return (
        <>
          <MediaView kind={content.type} media={content.payload} message={message} />
          {say(content.payload, 'caption') && <LongText text={say(content.payload, 'caption')} />}
        </>
      )
    case 'location':
      return <LocationCard location={content.payload} />
    case 'contacts':
      return <ContactCards contacts={parts(content.payload, 'contacts')} />
    case 'order':
      return <OrderCard order={content.payload} />
    case 'interactive':
      return message.direction === 'inbound' ? (
        <AnswerView interactive={content.payload} />
      ) : (
        <InteractiveView message={message} interactive={content.payload} />
      )
    case 'button':
      return <p className="bubble-text">{say(content.payload, 'text')}</p>
    case 'system':
      return previewOf(content)
    default:
      return <p className="bubble-mark">{previewOf(content)}</p>
  }
}
