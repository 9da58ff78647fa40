import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import type { TemplateRecord } from '../accounts/template-record.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { componentsEvent } from '../webhooks/template-change-event.ts'
import { changeTemplate } from './change-template.ts'
import { awaitVerdict } from './review-template.ts'

export type TemplateChanges = Pick<
  TemplateRecord,
  'category' | 'components' | 'parameter_format' | 'message_send_ttl_seconds'
>

/** A template that was edited is reviewed again; until then it cannot be sent. */
export function editTemplate(simulation: Simulation, owner: TemplateOwner, changes: TemplateChanges): void {
  const { store, clock } = simulation
  const { id, status } = owner.template
  const editedAt = store.world.templateStates[id]?.editedAt ?? []
  changeTemplate(simulation, owner, {
    ...changes,
    status: 'PENDING',
    rejected_reason: 'NONE',
    ...(status === 'APPROVED' ? { editedAt: [...editedAt, clock.now()] } : {}),
  })
  if (changes.components) tellComponents(simulation, owner)
  awaitVerdict(simulation, id)
}

/** Changes the parts of a template without a review, as Meta does with what it lists by itself. */
export function replaceComponents(
  simulation: Simulation,
  owner: TemplateOwner,
  components: NonNullable<TemplateChanges['components']>,
): void {
  changeTemplate(simulation, owner, { components })
  tellComponents(simulation, owner)
}

function tellComponents({ clock, dispatcher }: Simulation, { account, template }: TemplateOwner): void {
  const { template: changed } = findTemplate([account], template.id)!
  dispatcher.publish(componentsEvent(account.wabaId, changed, isoNow(clock)))
}
