import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { RichText } from './RichText.tsx'
import { Words } from './Words.tsx'

type CardFrameProps = {
  header?: ReactNode
  body?: string
  footer?: string
  timeLine?: ReactNode
  /** What can be tapped on the customer's phone, each below a line of its own. */
  children?: ReactNode
}

/** A message with buttons as the customer's phone shows it: heading, text, small print, and the buttons below. */
export function CardFrame({ header, body, footer, timeLine, children }: CardFrameProps) {
  return (
    <div className="min-w-52">
      <div className="flow-root px-3 py-2">
        {typeof header === 'string' ? (
          <Words className="mb-1 font-semibold">{header}</Words>
        ) : header ? (
          <div className="mb-1.5">{header}</div>
        ) : null}
        {body ? (
          <Words>
            <RichText text={body} />
          </Words>
        ) : null}
        {footer ? <Words className="mt-1 text-[0.8125rem] text-muted-foreground">{footer}</Words> : null}
        {timeLine ? (
          <span dir="ltr" className="float-end ms-3 mt-1 inline-flex">
            {timeLine}
          </span>
        ) : null}
      </div>
      {children}
    </div>
  )
}

/** A button of the customer's; here it only shows. */
export function CardButton({ Icon, children }: { Icon: LucideIcon; children: ReactNode }) {
  return (
    <div className="flex items-center justify-center gap-1.5 border-t border-primary/15 px-3 py-2 text-sm font-medium text-primary">
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <bdi className="truncate">{children}</bdi>
    </div>
  )
}
