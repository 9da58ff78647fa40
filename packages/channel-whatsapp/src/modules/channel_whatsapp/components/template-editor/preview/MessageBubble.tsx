import { FormattedText } from './FormattedText.tsx'
import { MessageButtons } from './MessageButtons.tsx'
import { MessageHeader } from './MessageHeader.tsx'
import type { MessageContent } from './message-content.ts'
import { OfferBox } from './OfferBox.tsx'

type MessageBubbleProps = { content: MessageContent; language: string; hasTail?: boolean }

/** One message that came in: no ticks, the tail at the side of whoever wrote. */
export function MessageBubble({ content, language, hasTail = true }: MessageBubbleProps) {
  const { header, offer, body, footer, buttons } = content
  return (
    <div className="relative flex min-w-0 flex-col">
      {hasTail ? <Tail /> : null}
      <div
        className={`flex flex-1 flex-col rounded-lg bg-white shadow-[0_1px_0.5px_rgb(11_20_26/0.13)] ${hasTail ? 'rounded-ss-none' : ''}`}
      >
        <MessageHeader header={header} />
        {offer ? <OfferBox offer={offer} /> : null}
        <div className="flow-root flex-1 px-2.5 pt-1.5 pb-2 text-[0.9375rem] leading-snug">
          {header.kind === 'TEXT' && header.text ? (
            <p dir="auto" className="mb-1 text-start font-semibold [overflow-wrap:anywhere]">
              <FormattedText text={header.text} />
            </p>
          ) : null}
          <Paragraphs text={body} />
          {footer ? (
            <p
              dir="auto"
              className="mt-1.5 text-start text-[0.8125rem] text-[#5b6b74] [overflow-wrap:anywhere]"
            >
              {footer}
            </p>
          ) : null}
          {hasTail ? <Clock language={language} /> : null}
        </div>
        <MessageButtons buttons={buttons} />
      </div>
    </div>
  )
}

/** Each line goes the way of its own first letter, as on a phone. */
function Paragraphs({ text }: { text: string }) {
  return (
    <p
      dir="auto"
      className="whitespace-pre-wrap text-start [overflow-wrap:anywhere] [unicode-bidi:plaintext]"
    >
      <FormattedText text={text} />
    </p>
  )
}

function Clock({ language }: { language: string }) {
  const time = new Intl.DateTimeFormat(language.replace('_', '-'), { timeStyle: 'short' }).format(new Date())
  return (
    <span aria-hidden="true" className="float-end ms-3 mt-1 text-[0.6875rem] leading-none text-[#5b6b74]">
      {time}
    </span>
  )
}

function Tail() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 8 13"
      className="absolute -start-2 top-0 h-[13px] w-2 fill-white rtl:-scale-x-100"
    >
      <path d="M1.5 3.6 8 12.2V0H2.8C1 0 .5 1.2 1.5 3.6Z" />
    </svg>
  )
}
