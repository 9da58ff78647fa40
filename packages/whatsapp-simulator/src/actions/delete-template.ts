import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import { DELETED_WITHIN_MS, holdUntil } from '../rules/template/template-limits.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { templateTold } from '../webhooks/template-event.ts'
import { changeTemplate, undelivered } from './change-template.ts'
import { whenDue } from './template-timer.ts'

/** Statuses of a template that was approved once; its name is held for a while. */
const ONCE_APPROVED = ['APPROVED', 'PAUSED', 'DISABLED', 'ARCHIVED', 'PENDING_DELETION']

/** Deletes a template, or lets it wait until the messages of it that are on their way have arrived. */
export function deleteTemplate(simulation: Simulation, owner: TemplateOwner): void {
  const { store, clock } = simulation
  const { account, template } = owner
  const { wabaId } = account
  const { id, name, language, status } = template
  const wasEdited = store.world.templateStates[id]?.editedAt !== undefined
  if (ONCE_APPROVED.includes(status) || wasEdited) {
    const still = store.world.heldTemplateNames.filter(({ until }) => until > clock.now())
    store.world.heldTemplateNames = [...still, { wabaId, name, language, until: holdUntil(clock.now()) }]
  }
  if (undelivered(simulation, owner).length === 0) {
    removeTemplate(simulation, owner)
    return
  }
  const deletesAt = clock.now() + DELETED_WITHIN_MS
  changeTemplate(simulation, owner, { status: 'PENDING_DELETION', deletesAt })
  awaitDeletion(simulation, id)
}

export function awaitDeletion(simulation: Simulation, templateId: string): void {
  whenDue(simulation, templateId, 'deletesAt', (owner) => removeTemplate(simulation, owner))
}

/** Takes a template away as soon as nothing of it is on its way any more. */
export function watchDeletions(simulation: Simulation): void {
  const { accounts, store } = simulation
  store.subscribe((change) => {
    if (change.kind !== 'message' || change.message.content.type !== 'template') return
    const waiting = Object.entries(store.world.templateStates).filter(([, record]) => record.deletesAt)
    for (const [id] of waiting) {
      const owner = findTemplate(accounts, id)
      if (owner && undelivered(simulation, owner).length === 0) removeTemplate(simulation, owner)
    }
  })
}

function removeTemplate({ store, clock, dispatcher }: Simulation, owner: TemplateOwner): void {
  const { account, template } = owner
  const { world } = store
  const added = world.addedTemplates[account.wabaId] ?? []
  const others = added.filter(({ id }) => id !== template.id)
  if (others.length < added.length) {
    world.addedTemplates[account.wabaId] = others
    delete world.templateStates[template.id]
  } else {
    // An account begins with it, so it is there again unless it is known to be gone.
    world.templateStates[template.id] = { deleted: true }
  }
  store.changed({ kind: 'template', templateId: template.id })
  dispatcher.publish(templateTold(account.wabaId, template, 'DELETED', isoNow(clock)))
}
