import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { toneOf } from './status.ts'
import { useSay } from './useSay.ts'

export function TemplateStatusBadge({ status }: { status: string }) {
  const say = useSay()
  return (
    <StatusBadge variant={toneOf(status)} dot>
      {say(`status.${status}`, {}, status)}
    </StatusBadge>
  )
}
