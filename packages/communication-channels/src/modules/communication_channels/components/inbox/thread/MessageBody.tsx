import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FileQuestion } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { MessageContent, UnsupportedContent } from '../model/message.ts'
import { TemplateCard } from './TemplateCard.tsx'

type MessageBodyProps = { content: MessageContent; timeLine: ReactNode }

export function MessageBody({ content, timeLine }: MessageBodyProps) {
  switch (content.type) {
    case 'text':
      return <TextBody text={content.text} timeLine={timeLine} />
    case 'template':
      return <TemplateCard rendered={content.rendered} timeLine={timeLine} />
    default:
      return <UnsupportedBody content={content} timeLine={timeLine} />
  }
}

const longText = 1_200

/** Shown as it was written. Addresses in it stay text: a customer's link is not ours to make clickable. */
function TextBody({ text, timeLine }: { text: string; timeLine: ReactNode }) {
  const t = useT()
  const [isWhole, setIsWhole] = useState(false)
  const isCut = text.length > longText && !isWhole
  return (
    <div className="flow-root">
      <p dir="auto" className="whitespace-pre-wrap text-start leading-snug [overflow-wrap:anywhere]">
        {isCut ? `${text.slice(0, longText).trimEnd()}…` : text}
        <span className="float-end ms-3 mt-2 leading-none">
          <span dir="ltr" className="inline-flex">
            {timeLine}
          </span>
        </span>
      </p>
      {isCut ? (
        <button
          type="button"
          onClick={() => setIsWhole(true)}
          className="mt-1 rounded text-sm font-medium text-primary hover:underline"
        >
          {t('communication_channels.inbox.text.showAll')}
        </button>
      ) : null}
    </div>
  )
}

function UnsupportedBody({ content, timeLine }: { content: UnsupportedContent; timeLine: ReactNode }) {
  const t = useT()
  const kind = t(`communication_channels.inbox.kind.${content.kind}`, content.kind)
  return (
    <div className="flow-root">
      <p className="flex items-start gap-2 text-sm text-muted-foreground">
        <FileQuestion aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>
          <span className="font-medium text-foreground">
            {t('communication_channels.inbox.unsupported.title', { kind })}
          </span>
          <br />
          {content.reason ?? t('communication_channels.inbox.unsupported.kept')}
        </span>
      </p>
      {content.text ? (
        <p dir="auto" className="mt-1.5 whitespace-pre-wrap text-start leading-snug [overflow-wrap:anywhere]">
          {content.text}
        </p>
      ) : null}
      <span dir="ltr" className="float-end ms-3 mt-1 inline-flex">
        {timeLine}
      </span>
    </div>
  )
}
