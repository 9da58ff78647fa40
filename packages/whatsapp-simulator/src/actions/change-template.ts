import type { TemplateOwner } from '../accounts/template-owner.ts'
import { findTemplate } from '../accounts/template-owner.ts'
import type { TemplateRecord } from '../accounts/template-record.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { type StatusNews, templateStatusEvent } from '../webhooks/template-event.ts'
import type { Message } from '../world/message.ts'
import { recordTemplate, templateStateOf } from '../world/template-state.ts'
import { carryOn, failMessage } from './advance-message.ts'

/** Meta's answer to a message that was held until its template turned out to be a bad one. */
const DROPPED = 132015

/** What was to come of the status before. */
const STATUS_OVER: TemplateRecord = {
  pausedUntil: undefined,
  reviewDueAt: undefined,
  archivedFrom: undefined,
  deletesAt: undefined,
}

/** Changes what Meta thinks of a template, tells the business of a new status, and lets go what was held meanwhile. */
export function changeTemplate(
  simulation: Simulation,
  { account, template }: TemplateOwner,
  change: TemplateRecord,
  news: StatusNews = {},
): TemplateState {
  const { store, clock, dispatcher } = simulation
  const { wabaId } = account
  const before = templateStateOf(store.world, template)
  const hasNewStatus = change.status !== undefined && change.status !== before.status
  const at = isoNow(clock)
  recordTemplate(store.world, template.id, {
    ...(hasNewStatus ? STATUS_OVER : {}),
    ...change,
    last_updated_time: at,
  })
  const { template: changed } = findTemplate([account], template.id)!
  const after = templateStateOf(store.world, changed)
  store.changed({ kind: 'template', templateId: template.id })
  if (hasNewStatus) dispatcher.publish(templateStatusEvent(wabaId, changed, before.status, at, news))
  for (const message of heldMessages(simulation, { account, template })) {
    if (after.status === 'PAUSED' || after.status === 'DISABLED') failMessage(simulation, message, DROPPED)
    else if (after.messageStatus === 'accepted') letGo(simulation, message)
  }
  return after
}

/** The messages of a template that have been taken and have not arrived. */
export function undelivered({ store }: Simulation, { account, template }: TemplateOwner): Message[] {
  return store.world.messages.filter(
    ({ content, direction, status, wabaId }) =>
      direction === 'outbound' &&
      (status === 'accepted' || status === 'sent') &&
      wabaId === account.wabaId &&
      content.type === 'template' &&
      content.name === template.name &&
      content.language === template.language,
  )
}

function heldMessages(simulation: Simulation, owner: TemplateOwner): Message[] {
  return undelivered(simulation, owner).filter(({ held, status }) => held && status === 'accepted')
}

function letGo(simulation: Simulation, message: Message): void {
  delete message.held
  carryOn(simulation, message)
}
