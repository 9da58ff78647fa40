import { Badge } from '@open-mercato/ui/primitives/badge'
import { usePreflight } from '../data/usePreflight.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { preflightGroups, preflightSums } from './preflight.ts'

/** How much of what is in use would fail, at the door to the check; nothing where none would or nobody can say. */
export function PreflightBadge({ isSyncing }: { isSyncing: boolean }) {
  const say = useSay()
  const format = useFormats()
  // Each step of a sync would have it counted anew.
  const { data } = usePreflight(!isSyncing)
  const red = data ? preflightSums(preflightGroups(data, ({ isInUse }) => isInUse)).red : 0
  if (red === 0) return null
  return (
    <Badge variant="error" size="sm" className="ms-1.5 tabular-nums">
      <span aria-hidden="true">{format.count(red)}</span>
      <span className="sr-only">{say('preflight.badge', { count: format.count(red) })}</span>
    </Badge>
  )
}
