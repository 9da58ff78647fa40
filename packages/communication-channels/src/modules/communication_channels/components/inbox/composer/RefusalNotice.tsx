import type { ReactNode } from 'react'
import type { DecisionView } from '../../../lib/policy/decision-view.ts'
import { useSayReason } from '../../explanation/useSayReason.ts'
import { ComposerNotice } from './ComposerNotice.tsx'

/** Stands in the composer's place while the own words may not leave: all that stands against them, and what to do. */
export function RefusalNotice({ decision, children }: { decision: DecisionView; children?: ReactNode }) {
  const say = useSayReason()
  const [first, ...others] = decision.reasons.filter(({ effect }) => effect === 'objects').map(say)
  return (
    <ComposerNotice reason={first?.sentence ?? ''} action={first?.action ?? null} others={others}>
      {children}
    </ComposerNotice>
  )
}
