import type { TemplateCategory } from '../accounts/template.ts'
import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import {
  categoryChangedEvent,
  categoryDetectedEvent,
  categoryWillChangeEvent,
} from '../webhooks/template-change-event.ts'
import { changeTemplate } from './change-template.ts'
import { whenDue } from './template-timer.ts'

/** Meta says so 24 hours before it puts a template into another category.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization */
const NOTICE_MS = 24 * 60 * 60 * 1000

/** Puts a template into another category at once, and tells of it. */
export function recategoriseTemplate(
  simulation: Simulation,
  owner: TemplateOwner,
  category: TemplateCategory,
): void {
  const { account, template } = owner
  const previous = template.category
  if (category === previous) return
  changeTemplate(simulation, owner, {
    category,
    previous_category: previous,
    correct_category: undefined,
    categoryChangesAt: undefined,
  })
  const { template: changed } = findTemplate([account], template.id)!
  const { clock, dispatcher } = simulation
  dispatcher.publish(categoryChangedEvent(account.wabaId, changed, previous, isoNow(clock)))
}

/** Says that a template will be of another category tomorrow. */
export function announceCategory(
  simulation: Simulation,
  owner: TemplateOwner,
  category: TemplateCategory,
): void {
  const { clock, dispatcher } = simulation
  const { account, template } = owner
  const changesAt = clock.now() + NOTICE_MS
  changeTemplate(simulation, owner, { correct_category: category, categoryChangesAt: changesAt })
  dispatcher.publish(categoryWillChangeEvent(account.wabaId, template, category, changesAt, isoNow(clock)))
  awaitCategory(simulation, template.id)
}

export function awaitCategory(simulation: Simulation, templateId: string): void {
  whenDue(simulation, templateId, 'categoryChangesAt', (owner) => {
    const { category, correct_category } = owner.template
    recategoriseTemplate(simulation, owner, correct_category ?? category)
  })
}

/** Says that a template is of another category than it should be; nothing follows from it. */
export function detectCategory(
  simulation: Simulation,
  owner: TemplateOwner,
  category: TemplateCategory,
): void {
  const { clock, dispatcher } = simulation
  changeTemplate(simulation, owner, { correct_category: category })
  dispatcher.publish(categoryDetectedEvent(owner.account.wabaId, owner.template, category, isoNow(clock)))
}
