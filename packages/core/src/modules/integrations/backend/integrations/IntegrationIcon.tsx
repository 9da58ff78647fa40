import { NamedIcon } from '@open-mercato/ui/backend/icon'
import { cn } from '@open-mercato/ui/primitives/cn'

export function IntegrationIcon({ name, className }: { name: string | undefined; className?: string }) {
  return (
    <span
      className={cn(
        'flex size-11 shrink-0 items-center justify-center rounded-lg bg-primary-soft text-primary-soft-foreground',
        className,
      )}
    >
      <NamedIcon name={name ?? 'puzzle'} className="size-5.5" strokeWidth={1.75} />
    </span>
  )
}
