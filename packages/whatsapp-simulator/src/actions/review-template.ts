import type { TemplateOwner } from '../accounts/template-owner.ts'
import type { TemplateReview } from '../accounts/template-review.ts'
import { judgeTemplate, type Verdict } from '../rules/template/judge-template.ts'
import type { Simulation } from '../simulation.ts'
import { recordTemplate } from '../world/template-state.ts'
import { changeTemplate } from './change-template.ts'
import { recategoriseTemplate } from './recategorise-template.ts'
import { whenDue } from './template-timer.ts'

/** As it was last set, or as the simulator was started. */
export function reviewOf({ store, templateReview }: Simulation): TemplateReview {
  return store.world.templateReview ?? templateReview
}

/** Ends the review of a template; Meta may put it into another category on the way. */
export function reviewTemplate(simulation: Simulation, owner: TemplateOwner, verdict: Verdict): void {
  if (verdict.decision === 'reject') {
    const { reason, explanation, recommendation } = verdict
    const rejection =
      explanation || recommendation
        ? { reason: explanation ?? '', recommendation: recommendation ?? '' }
        : undefined
    changeTemplate(simulation, owner, { status: 'REJECTED', rejected_reason: reason }, { rejection })
    return
  }
  changeTemplate(simulation, owner, { status: 'APPROVED', rejected_reason: 'NONE' })
  if (verdict.category) recategoriseTemplate(simulation, owner, verdict.category)
}

/** A template has been sent in: it waits for a person, or for the rules. */
export function awaitVerdict(simulation: Simulation, templateId: string): void {
  const { mode, delayMs } = reviewOf(simulation)
  if (mode === 'by_hand') return
  const { store, clock } = simulation
  recordTemplate(store.world, templateId, { reviewDueAt: clock.now() + delayMs })
  resumeReview(simulation, templateId)
}

export function resumeReview(simulation: Simulation, templateId: string): void {
  whenDue(simulation, templateId, 'reviewDueAt', (owner) =>
    reviewTemplate(simulation, owner, judgeTemplate(owner.template)),
  )
}
