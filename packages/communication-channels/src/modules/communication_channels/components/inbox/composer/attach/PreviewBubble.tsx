import type { ReactNode } from 'react'

type PreviewBubbleProps = { top?: ReactNode; children: ReactNode; below?: ReactNode }

/** A bubble as in the thread, with room for a picture above the words and for what can be tapped below them. */
export function PreviewBubble({ top, children, below }: PreviewBubbleProps) {
  return (
    <div className="w-full max-w-72 overflow-hidden rounded-2xl rounded-ee-md border border-primary/15 bg-primary-soft leading-snug shadow-xs">
      {top}
      <div className="grid gap-1 px-3 py-2">{children}</div>
      {below}
    </div>
  )
}
