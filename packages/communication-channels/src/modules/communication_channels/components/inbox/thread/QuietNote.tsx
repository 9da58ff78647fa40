import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A line under a bubble that tells and does not warn. */
export function QuietNote({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <div className="mb-1.5 flex max-w-[min(34rem,86%)] items-start gap-1.5 px-1 text-xs leading-snug text-muted-foreground">
      <Icon aria-hidden="true" className="mt-px size-3.5 shrink-0" />
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">{children}</div>
    </div>
  )
}

/** What can be done about it, within the line. */
export function NoteButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="relative font-medium text-primary underline-offset-4 before:absolute before:-inset-x-1 before:-inset-y-2.5 hover:underline"
    >
      {children}
    </button>
  )
}
