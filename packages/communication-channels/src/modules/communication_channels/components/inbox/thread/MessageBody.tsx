import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'
import type { MessageContent } from '../model/message.ts'
import type { BubbleLook } from './BubbleFrame.tsx'
import { CallPermissionBody } from './kinds/CallPermissionBody.tsx'
import { ContactCardsBody } from './kinds/ContactCardsBody.tsx'
import { FormAnswerBody } from './kinds/FormAnswerBody.tsx'
import { InteractiveCard } from './kinds/InteractiveCard.tsx'
import { LocationBody } from './kinds/LocationBody.tsx'
import { MediaBody } from './kinds/MediaBody.tsx'
import { OrderBody } from './kinds/OrderBody.tsx'
import { ReplyBody } from './kinds/ReplyBody.tsx'
import { RevokedBody } from './kinds/RevokedBody.tsx'
import { StrayBody } from './kinds/StrayBody.tsx'
import { TemplateCard } from './kinds/TemplateCard.tsx'
import { TextBody } from './kinds/TextBody.tsx'
import { UnsupportedBody } from './kinds/UnsupportedBody.tsx'
import { useBubbleLook } from './useBubbleLook.ts'

export type BubbleContent = Exclude<MessageContent, { type: 'system' | 'call' }>

const timePlaces: Partial<Record<BubbleLook, string>> = {
  picture: 'me-2 mb-1',
  bare: 'rounded-full border bg-card px-2 py-1',
}

type MessageBodyProps = { content: BubbleContent; timeLine: ReactNode }

/** What a message says, each kind in its own way, and in its corner when it was said. */
export function MessageBody({ content, timeLine }: MessageBodyProps) {
  const look = useBubbleLook(content)
  switch (content.type) {
    case 'text':
      return <TextBody text={content.text} timeLine={timeLine} />
    case 'template':
      return <TemplateCard content={content} timeLine={timeLine} />
    case 'interactive':
      return <InteractiveCard content={content} timeLine={timeLine} />
    default:
      return (
        <div className="flow-root">
          <SimpleBody content={content} />
          <span dir="ltr" className={classNames('float-end ms-3 mt-1 inline-flex', timePlaces[look])}>
            {timeLine}
          </span>
        </div>
      )
  }
}

function SimpleBody({ content }: { content: Exclude<BubbleContent, { type: 'template' | 'interactive' }> }) {
  switch (content.type) {
    case 'text':
      return <TextBody text={content.text} />
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return <MediaBody content={content} />
    case 'location':
      return <LocationBody content={content} />
    case 'contacts':
      return <ContactCardsBody content={content} />
    case 'reply':
      return <ReplyBody content={content} />
    case 'form_answer':
      return <FormAnswerBody content={content} />
    case 'call_permission':
      return <CallPermissionBody content={content} />
    case 'order':
      return <OrderBody content={content} />
    case 'revoked':
      return <RevokedBody />
    case 'edit':
      return (
        <>
          <StrayBody content={content} />
          <SimpleBody content={content.content} />
        </>
      )
    case 'reaction':
    case 'revoke':
      return <StrayBody content={content} />
    default:
      return <UnsupportedBody content={content} />
  }
}
