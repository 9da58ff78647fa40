import type { QualityScore } from '../accounts/template.ts'
import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { qualityEvent } from '../webhooks/template-change-event.ts'
import { changeTemplate } from './change-template.ts'

/** How a template does with those who get it, from now on. */
export function setTemplateQuality(simulation: Simulation, owner: TemplateOwner, score: QualityScore): void {
  const { clock, dispatcher } = simulation
  const { account, template } = owner
  const previous = template.quality_score.score
  if (previous === score) return
  changeTemplate(simulation, owner, { quality_score: { score, date: Math.floor(clock.now() / 1000) } })
  const { template: changed } = findTemplate([account], template.id)!
  dispatcher.publish(qualityEvent(account.wabaId, changed, previous, isoNow(clock)))
}
