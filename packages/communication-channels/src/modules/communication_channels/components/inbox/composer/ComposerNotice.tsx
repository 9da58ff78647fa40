import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'

type Said = { sentence: string; action: string | null }
type ComposerNoticeProps = { reason: string; action: string | null; others?: Said[]; children?: ReactNode }

/** Stands in the composer's place when free text may not be sent: why, what to do, and the way to do it. */
export function ComposerNotice({ reason, action, others = [], children }: ComposerNoticeProps) {
  return (
    <div className="max-h-[50dvh] overflow-y-auto border-t bg-card px-3 py-3 md:px-5 md:py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <span className="hidden size-9 shrink-0 items-center justify-center rounded-full bg-secondary text-secondary-foreground sm:flex">
          <LockKeyhole aria-hidden="true" className="size-4" />
        </span>
        <div role="note" className="min-w-0 flex-1 basis-64 text-sm leading-snug">
          <p className="font-medium">{reason}</p>
          {action ? <p className="text-muted-foreground">{action}</p> : null}
          {others.map((other) => (
            <p key={other.sentence} className="mt-1.5">
              {other.sentence} <span className="text-muted-foreground">{other.action}</span>
            </p>
          ))}
        </div>
        {children ? <div className="flex w-full flex-wrap gap-2 sm:w-auto">{children}</div> : null}
      </div>
    </div>
  )
}
