import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type FactCardProps = { Icon: LucideIcon; title: ReactNode; detail?: ReactNode; children?: ReactNode }

/** One thing beside an icon: what it is, and below it what is known of it. */
export function FactCard({ Icon, title, detail, children }: FactCardProps) {
  return (
    <div className="flex items-start gap-2.5">
      <span className="mt-0.5 flex size-9 shrink-0 items-center justify-center rounded-lg bg-primary/10 text-primary">
        <Icon aria-hidden="true" className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1 leading-snug [overflow-wrap:anywhere]">
        <p className="text-start font-medium">{title}</p>
        {detail ? <p className="text-start text-[0.8125rem] text-muted-foreground">{detail}</p> : null}
        {children}
      </div>
    </div>
  )
}
