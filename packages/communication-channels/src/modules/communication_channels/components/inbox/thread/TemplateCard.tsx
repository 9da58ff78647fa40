import { Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TemplateContent } from '../model/message.ts'

type TemplateCardProps = { rendered: TemplateContent['rendered']; timeLine: ReactNode }

/** A template as the customer's phone shows it: heading, text, small print, and the buttons below a line. */
export function TemplateCard({ rendered, timeLine }: TemplateCardProps) {
  return (
    <div className="min-w-52">
      <div className="flow-root px-3 py-2">
        {rendered.header ? (
          <p dir="auto" className="mb-1 text-start font-semibold leading-snug [overflow-wrap:anywhere]">
            {rendered.header}
          </p>
        ) : null}
        <p dir="auto" className="whitespace-pre-wrap text-start leading-snug [overflow-wrap:anywhere]">
          {rendered.body}
        </p>
        {rendered.footer ? (
          <p
            dir="auto"
            className="mt-1 text-start text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]"
          >
            {rendered.footer}
          </p>
        ) : null}
        <span dir="ltr" className="float-end ms-3 mt-1 inline-flex">
          {timeLine}
        </span>
      </div>
      {rendered.buttons.map((button) => (
        <div
          key={button}
          className="flex items-center justify-center gap-1.5 border-t border-primary/15 px-3 py-2 text-sm font-medium text-primary"
        >
          <Reply aria-hidden="true" className="size-4" />
          <bdi className="truncate">{button}</bdi>
        </div>
      ))}
    </div>
  )
}
