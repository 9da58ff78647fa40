import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { templateStatusEvent } from '../webhooks/template-event.ts'
import type { Message } from '../world/message.ts'
import { templateStateOf } from '../world/template-state.ts'
import { carryOn, failMessage } from './advance-message.ts'

/** Meta's answer to a message that was held until its template turned out to be a bad one. */
const DROPPED = 132015

/** Changes what Meta thinks of a template, tells the business of a new status, and lets go what was held meanwhile. */
export function changeTemplate(
  simulation: Simulation,
  { wabaId }: SimulatorAccount,
  template: Template,
  change: Partial<TemplateState>,
): TemplateState {
  const { store, clock, dispatcher } = simulation
  const before = templateStateOf(store.world, template)
  store.world.templateStates[template.id] = { ...store.world.templateStates[template.id], ...change }
  const after = templateStateOf(store.world, template)
  store.changed({ kind: 'template', templateId: template.id })
  if (before.status !== after.status)
    dispatcher.publish(templateStatusEvent(wabaId, template, before.status, after.status, isoNow(clock)))
  const held = store.world.messages.filter((message) => isHeld(message, wabaId, template))
  for (const message of held) {
    if (after.status === 'PAUSED' || after.status === 'DISABLED') failMessage(simulation, message, DROPPED)
    else if (after.messageStatus === 'accepted') letGo(simulation, message)
  }
  return after
}

function isHeld(message: Message, wabaId: string, { name, language }: Template): boolean {
  const { content, held } = message
  if (!held || message.status !== 'accepted' || message.wabaId !== wabaId) return false
  return content.type === 'template' && content.name === name && content.language === language
}

function letGo(simulation: Simulation, message: Message): void {
  delete message.held
  carryOn(simulation, message)
}
