import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { Clock, ShieldCheck } from 'lucide-react'
import type { DecisionView } from '../../../lib/policy/decision-view.ts'
import { ReasonList } from '../../explanation/ReasonList.tsx'

/** Why the own words may go out; folded, because most of the time nobody asks. */
export function WhyAllowed({ decision }: { decision: DecisionView }) {
  const t = useT()
  const isWaiting = decision.outcome === 'wait'
  const Sign = isWaiting ? Clock : ShieldCheck
  const title = t(`communication_channels.explanation.composer.${isWaiting ? 'wait' : 'allow'}`)
  return (
    <Popover>
      <PopoverTrigger className="relative flex items-center gap-1 whitespace-nowrap rounded before:absolute before:-inset-x-1 before:-inset-y-2 hover:text-foreground hover:underline">
        <Sign
          aria-hidden="true"
          className={isWaiting ? 'size-3.5 text-status-warning-icon' : 'size-3.5 text-status-success-icon'}
        />
        {title}
      </PopoverTrigger>
      <PopoverContent align="end" side="top" aria-label={title} className="w-80">
        <ReasonList reasons={decision.reasons} />
      </PopoverContent>
    </Popover>
  )
}
