import type { TemplateOwner } from '../accounts/template-owner.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import type { Simulation } from '../simulation.ts'
import { changeTemplate } from './change-template.ts'
import { whenDue } from './template-timer.ts'

const HOUR_MS = 60 * 60 * 1000

/**
 * Low quality pauses a template for three hours, then for six, and disables it the third time.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing
 */
const PAUSES = [
  { ms: 3 * HOUR_MS, title: 'FIRST_PAUSE', description: 'Paused for 3 hours because of its low quality.' },
  { ms: 6 * HOUR_MS, title: 'SECOND_PAUSE', description: 'Paused for 6 hours because of its low quality.' },
]

export function pauseTemplate(simulation: Simulation, owner: TemplateOwner): TemplateState {
  const { store, clock } = simulation
  const { id } = owner.template
  const earlier = store.world.templateStates[id]?.pauses ?? 0
  const pause = PAUSES[earlier]
  const pauses = earlier + 1
  if (!pause) return changeTemplate(simulation, owner, { status: 'DISABLED', pauses })
  const { ms, ...info } = pause
  const change = { status: 'PAUSED', pauses, pausedUntil: clock.now() + ms } as const
  const state = changeTemplate(simulation, owner, change, { info })
  awaitPauseEnd(simulation, id)
  return state
}

export function unpauseTemplate(simulation: Simulation, owner: TemplateOwner): TemplateState {
  return changeTemplate(simulation, owner, { status: 'APPROVED' })
}

export function awaitPauseEnd(simulation: Simulation, templateId: string): void {
  whenDue(simulation, templateId, 'pausedUntil', (owner) => unpauseTemplate(simulation, owner))
}
