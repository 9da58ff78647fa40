import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { useSay } from '../words/useSay.ts'

/** Stands where something is being read, in its size; says so to those who do not see it. */
export function Waiting({ className }: { className: string }) {
  const say = useSay()
  return (
    <div role="status">
      <span className="sr-only">{say('waiting')}</span>
      <Skeleton className={className} />
    </div>
  )
}
